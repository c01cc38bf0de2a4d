var e=globalThis,t=e.ShadowRoot&&(e.ShadyCSS===void 0||e.ShadyCSS.nativeShadow)&&`adoptedStyleSheets`in Document.prototype&&`replace`in CSSStyleSheet.prototype,n=Symbol(),r=new WeakMap,i=class{constructor(e,t,r){if(this._$cssResult$=!0,r!==n)throw Error("CSSResult is not constructable. Use `unsafeCSS` or `css` instead.");this.cssText=e,this.t=t}get styleSheet(){let e=this.o,n=this.t;if(t&&e===void 0){let t=n!==void 0&&n.length===1;t&&(e=r.get(n)),e===void 0&&((this.o=e=new CSSStyleSheet).replaceSync(this.cssText),t&&r.set(n,e))}return e}toString(){return this.cssText}},a=e=>new i(typeof e==`string`?e:e+``,void 0,n),o=(n,r)=>{if(t)n.adoptedStyleSheets=r.map(e=>e instanceof CSSStyleSheet?e:e.styleSheet);else for(let t of r){let r=document.createElement(`style`),i=e.litNonce;i!==void 0&&r.setAttribute(`nonce`,i),r.textContent=t.cssText,n.appendChild(r)}},s=t?e=>e:e=>e instanceof CSSStyleSheet?(e=>{let t=``;for(let n of e.cssRules)t+=n.cssText;return a(t)})(e):e,{is:c,defineProperty:l,getOwnPropertyDescriptor:u,getOwnPropertyNames:d,getOwnPropertySymbols:f,getPrototypeOf:p}=Object,m=globalThis,ee=m.trustedTypes,te=ee?ee.emptyScript:``,ne=m.reactiveElementPolyfillSupport,re=(e,t)=>e,ie={toAttribute(e,t){switch(t){case Boolean:e=e?te:null;break;case Object:case Array:e=e==null?e:JSON.stringify(e)}return e},fromAttribute(e,t){let n=e;switch(t){case Boolean:n=e!==null;break;case Number:n=e===null?null:Number(e);break;case Object:case Array:try{n=JSON.parse(e)}catch{n=null}}return n}},ae=(e,t)=>!c(e,t),oe={attribute:!0,type:String,converter:ie,reflect:!1,useDefault:!1,hasChanged:ae};Symbol.metadata??=Symbol(`metadata`),m.litPropertyMetadata??=new WeakMap;var h=class extends HTMLElement{static addInitializer(e){this._$Ei(),(this.l??=[]).push(e)}static get observedAttributes(){return this.finalize(),this._$Eh&&[...this._$Eh.keys()]}static createProperty(e,t=oe){if(t.state&&(t.attribute=!1),this._$Ei(),this.prototype.hasOwnProperty(e)&&((t=Object.create(t)).wrapped=!0),this.elementProperties.set(e,t),!t.noAccessor){let n=Symbol(),r=this.getPropertyDescriptor(e,n,t);r!==void 0&&l(this.prototype,e,r)}}static getPropertyDescriptor(e,t,n){let{get:r,set:i}=u(this.prototype,e)??{get(){return this[t]},set(e){this[t]=e}};return{get:r,set(t){let a=r?.call(this);i?.call(this,t),this.requestUpdate(e,a,n)},configurable:!0,enumerable:!0}}static getPropertyOptions(e){return this.elementProperties.get(e)??oe}static _$Ei(){if(this.hasOwnProperty(re(`elementProperties`)))return;let e=p(this);e.finalize(),e.l!==void 0&&(this.l=[...e.l]),this.elementProperties=new Map(e.elementProperties)}static finalize(){if(this.hasOwnProperty(re(`finalized`)))return;if(this.finalized=!0,this._$Ei(),this.hasOwnProperty(re(`properties`))){let e=this.properties,t=[...d(e),...f(e)];for(let n of t)this.createProperty(n,e[n])}let e=this[Symbol.metadata];if(e!==null){let t=litPropertyMetadata.get(e);if(t!==void 0)for(let[e,n]of t)this.elementProperties.set(e,n)}this._$Eh=new Map;for(let[e,t]of this.elementProperties){let n=this._$Eu(e,t);n!==void 0&&this._$Eh.set(n,e)}this.elementStyles=this.finalizeStyles(this.styles)}static finalizeStyles(e){let t=[];if(Array.isArray(e)){let n=new Set(e.flat(1/0).reverse());for(let e of n)t.unshift(s(e))}else e!==void 0&&t.push(s(e));return t}static _$Eu(e,t){let n=t.attribute;return!1===n?void 0:typeof n==`string`?n:typeof e==`string`?e.toLowerCase():void 0}constructor(){super(),this._$Ep=void 0,this.isUpdatePending=!1,this.hasUpdated=!1,this._$Em=null,this._$Ev()}_$Ev(){this._$ES=new Promise(e=>this.enableUpdating=e),this._$AL=new Map,this._$E_(),this.requestUpdate(),this.constructor.l?.forEach(e=>e(this))}addController(e){(this._$EO??=new Set).add(e),this.renderRoot!==void 0&&this.isConnected&&e.hostConnected?.()}removeController(e){this._$EO?.delete(e)}_$E_(){let e=new Map,t=this.constructor.elementProperties;for(let n of t.keys())this.hasOwnProperty(n)&&(e.set(n,this[n]),delete this[n]);e.size>0&&(this._$Ep=e)}createRenderRoot(){let e=this.shadowRoot??this.attachShadow(this.constructor.shadowRootOptions);return o(e,this.constructor.elementStyles),e}connectedCallback(){this.renderRoot??=this.createRenderRoot(),this.enableUpdating(!0),this._$EO?.forEach(e=>e.hostConnected?.())}enableUpdating(e){}disconnectedCallback(){this._$EO?.forEach(e=>e.hostDisconnected?.())}attributeChangedCallback(e,t,n){this._$AK(e,n)}_$ET(e,t){let n=this.constructor.elementProperties.get(e),r=this.constructor._$Eu(e,n);if(r!==void 0&&!0===n.reflect){let i=(n.converter?.toAttribute===void 0?ie:n.converter).toAttribute(t,n.type);this._$Em=e,i==null?this.removeAttribute(r):this.setAttribute(r,i),this._$Em=null}}_$AK(e,t){let n=this.constructor,r=n._$Eh.get(e);if(r!==void 0&&this._$Em!==r){let e=n.getPropertyOptions(r),i=typeof e.converter==`function`?{fromAttribute:e.converter}:e.converter?.fromAttribute===void 0?ie:e.converter;this._$Em=r;let a=i.fromAttribute(t,e.type);this[r]=a??this._$Ej?.get(r)??a,this._$Em=null}}requestUpdate(e,t,n,r=!1,i){if(e!==void 0){let a=this.constructor;if(!1===r&&(i=this[e]),n??=a.getPropertyOptions(e),!((n.hasChanged??ae)(i,t)||n.useDefault&&n.reflect&&i===this._$Ej?.get(e)&&!this.hasAttribute(a._$Eu(e,n))))return;this.C(e,t,n)}!1===this.isUpdatePending&&(this._$ES=this._$EP())}C(e,t,{useDefault:n,reflect:r,wrapped:i},a){n&&!(this._$Ej??=new Map).has(e)&&(this._$Ej.set(e,a??t??this[e]),!0!==i||a!==void 0)||(this._$AL.has(e)||(this.hasUpdated||n||(t=void 0),this._$AL.set(e,t)),!0===r&&this._$Em!==e&&(this._$Eq??=new Set).add(e))}async _$EP(){this.isUpdatePending=!0;try{await this._$ES}catch(e){Promise.reject(e)}let e=this.scheduleUpdate();return e!=null&&await e,!this.isUpdatePending}scheduleUpdate(){return this.performUpdate()}performUpdate(){if(!this.isUpdatePending)return;if(!this.hasUpdated){if(this.renderRoot??=this.createRenderRoot(),this._$Ep){for(let[e,t]of this._$Ep)this[e]=t;this._$Ep=void 0}let e=this.constructor.elementProperties;if(e.size>0)for(let[t,n]of e){let{wrapped:e}=n,r=this[t];!0!==e||this._$AL.has(t)||r===void 0||this.C(t,void 0,n,r)}}let e=!1,t=this._$AL;try{e=this.shouldUpdate(t),e?(this.willUpdate(t),this._$EO?.forEach(e=>e.hostUpdate?.()),this.update(t)):this._$EM()}catch(t){throw e=!1,this._$EM(),t}e&&this._$AE(t)}willUpdate(e){}_$AE(e){this._$EO?.forEach(e=>e.hostUpdated?.()),this.hasUpdated||(this.hasUpdated=!0,this.firstUpdated(e)),this.updated(e)}_$EM(){this._$AL=new Map,this.isUpdatePending=!1}get updateComplete(){return this.getUpdateComplete()}getUpdateComplete(){return this._$ES}shouldUpdate(e){return!0}update(e){this._$Eq&&=this._$Eq.forEach(e=>this._$ET(e,this[e])),this._$EM()}updated(e){}firstUpdated(e){}};h.elementStyles=[],h.shadowRootOptions={mode:`open`},h[re(`elementProperties`)]=new Map,h[re(`finalized`)]=new Map,ne?.({ReactiveElement:h}),(m.reactiveElementVersions??=[]).push(`2.1.2`);var se=globalThis,ce=e=>e,le=se.trustedTypes,ue=le?le.createPolicy(`lit-html`,{createHTML:e=>e}):void 0,g=`$lit$`,_=`lit$${Math.random().toFixed(9).slice(2)}$`,v=`?`+_,de=`<${v}>`,y=document,b=()=>y.createComment(``),fe=e=>e===null||typeof e!=`object`&&typeof e!=`function`,x=Array.isArray,pe=e=>x(e)||typeof e?.[Symbol.iterator]==`function`,me=`[ 	
\f\r]`,he=/<(?:(!--|\/[^a-zA-Z])|(\/?[a-zA-Z][^>\s]*)|(\/?$))/g,ge=/-->/g,_e=/>/g,ve=RegExp(`>|${me}(?:([^\\s"'>=/]+)(${me}*=${me}*(?:[^ \t\n\f\r"'\`<>=]|("|')|))|$)`,`g`),ye=/'/g,be=/"/g,xe=/^(?:script|style|textarea|title)$/i,Se=e=>(t,...n)=>({_$litType$:e,strings:t,values:n}),S=Se(1),Ce=Se(2),C=Symbol.for(`lit-noChange`),w=Symbol.for(`lit-nothing`),we=new WeakMap,Te=y.createTreeWalker(y,129);function Ee(e,t){if(!x(e)||!e.hasOwnProperty(`raw`))throw Error(`invalid template strings array`);return ue===void 0?t:ue.createHTML(t)}var De=(e,t)=>{let n=e.length-1,r=[],i,a=t===2?`<svg>`:t===3?`<math>`:``,o=he;for(let t=0;t<n;t++){let n=e[t],s,c,l=-1,u=0;for(;u<n.length&&(o.lastIndex=u,c=o.exec(n),c!==null);)u=o.lastIndex,o===he?c[1]===`!--`?o=ge:c[1]===void 0?c[2]===void 0?c[3]!==void 0&&(o=ve):(xe.test(c[2])&&(i=RegExp(`</`+c[2],`g`)),o=ve):o=_e:o===ve?c[0]===`>`?(o=i??he,l=-1):c[1]===void 0?l=-2:(l=o.lastIndex-c[2].length,s=c[1],o=c[3]===void 0?ve:c[3]===`"`?be:ye):o===be||o===ye?o=ve:o===ge||o===_e?o=he:(o=ve,i=void 0);let d=o===ve&&e[t+1].startsWith(`/>`)?` `:``;a+=o===he?n+de:l>=0?(r.push(s),n.slice(0,l)+g+n.slice(l)+_+d):n+_+(l===-2?t:d)}return[Ee(e,a+(e[n]||`<?>`)+(t===2?`</svg>`:t===3?`</math>`:``)),r]},Oe=class e{constructor({strings:t,_$litType$:n},r){let i;this.parts=[];let a=0,o=0,s=t.length-1,c=this.parts,[l,u]=De(t,n);if(this.el=e.createElement(l,r),Te.currentNode=this.el.content,n===2||n===3){let e=this.el.content.firstChild;e.replaceWith(...e.childNodes)}for(;(i=Te.nextNode())!==null&&c.length<s;){if(i.nodeType===1){if(i.hasAttributes())for(let e of i.getAttributeNames())if(e.endsWith(g)){let t=u[o++],n=i.getAttribute(e).split(_),r=/([.?@])?(.*)/.exec(t);c.push({type:1,index:a,name:r[2],strings:n,ctor:r[1]===`.`?Ne:r[1]===`?`?Pe:r[1]===`@`?Fe:Me}),i.removeAttribute(e)}else e.startsWith(_)&&(c.push({type:6,index:a}),i.removeAttribute(e));if(xe.test(i.tagName)){let e=i.textContent.split(_),t=e.length-1;if(t>0){i.textContent=le?le.emptyScript:``;for(let n=0;n<t;n++)i.append(e[n],b()),Te.nextNode(),c.push({type:2,index:++a});i.append(e[t],b())}}}else if(i.nodeType===8){if(i.data===v)c.push({type:2,index:a});else{let e=-1;for(;(e=i.data.indexOf(_,e+1))!==-1;)c.push({type:7,index:a}),e+=_.length-1}}a++}}static createElement(e,t){let n=y.createElement(`template`);return n.innerHTML=e,n}};function ke(e,t,n=e,r){if(t===C)return t;let i=r===void 0?n._$Cl:n._$Co?.[r],a=fe(t)?void 0:t._$litDirective$;return i?.constructor!==a&&(i?._$AO?.(!1),a===void 0?i=void 0:(i=new a(e),i._$AT(e,n,r)),r===void 0?n._$Cl=i:(n._$Co??=[])[r]=i),i!==void 0&&(t=ke(e,i._$AS(e,t.values),i,r)),t}var Ae=class{constructor(e,t){this._$AV=[],this._$AN=void 0,this._$AD=e,this._$AM=t}get parentNode(){return this._$AM.parentNode}get _$AU(){return this._$AM._$AU}u(e){let{el:{content:t},parts:n}=this._$AD,r=(e?.creationScope??y).importNode(t,!0);Te.currentNode=r;let i=Te.nextNode(),a=0,o=0,s=n[0];for(;s!==void 0;){if(a===s.index){let t;s.type===2?t=new je(i,i.nextSibling,this,e):s.type===1?t=new s.ctor(i,s.name,s.strings,this,e):s.type===6&&(t=new Ie(i,this,e)),this._$AV.push(t),s=n[++o]}a!==s?.index&&(i=Te.nextNode(),a++)}return Te.currentNode=y,r}p(e){let t=0;for(let n of this._$AV)n!==void 0&&(n.strings===void 0?n._$AI(e[t]):(n._$AI(e,n,t),t+=n.strings.length-2)),t++}},je=class e{get _$AU(){return this._$AM?._$AU??this._$Cv}constructor(e,t,n,r){this.type=2,this._$AH=w,this._$AN=void 0,this._$AA=e,this._$AB=t,this._$AM=n,this.options=r,this._$Cv=r?.isConnected??!0}get parentNode(){let e=this._$AA.parentNode,t=this._$AM;return t!==void 0&&e?.nodeType===11&&(e=t.parentNode),e}get startNode(){return this._$AA}get endNode(){return this._$AB}_$AI(e,t=this){e=ke(this,e,t),fe(e)?e===w||e==null||e===``?(this._$AH!==w&&this._$AR(),this._$AH=w):e!==this._$AH&&e!==C&&this._(e):e._$litType$===void 0?e.nodeType===void 0?pe(e)?this.k(e):this._(e):this.T(e):this.$(e)}O(e){return this._$AA.parentNode.insertBefore(e,this._$AB)}T(e){this._$AH!==e&&(this._$AR(),this._$AH=this.O(e))}_(e){this._$AH!==w&&fe(this._$AH)?this._$AA.nextSibling.data=e:this.T(y.createTextNode(e)),this._$AH=e}$(e){let{values:t,_$litType$:n}=e,r=typeof n==`number`?this._$AC(e):(n.el===void 0&&(n.el=Oe.createElement(Ee(n.h,n.h[0]),this.options)),n);if(this._$AH?._$AD===r)this._$AH.p(t);else{let e=new Ae(r,this),n=e.u(this.options);e.p(t),this.T(n),this._$AH=e}}_$AC(e){let t=we.get(e.strings);return t===void 0&&we.set(e.strings,t=new Oe(e)),t}k(t){x(this._$AH)||(this._$AH=[],this._$AR());let n=this._$AH,r,i=0;for(let a of t)i===n.length?n.push(r=new e(this.O(b()),this.O(b()),this,this.options)):r=n[i],r._$AI(a),i++;i<n.length&&(this._$AR(r&&r._$AB.nextSibling,i),n.length=i)}_$AR(e=this._$AA.nextSibling,t){for(this._$AP?.(!1,!0,t);e!==this._$AB;){let t=ce(e).nextSibling;ce(e).remove(),e=t}}setConnected(e){this._$AM===void 0&&(this._$Cv=e,this._$AP?.(e))}},Me=class{get tagName(){return this.element.tagName}get _$AU(){return this._$AM._$AU}constructor(e,t,n,r,i){this.type=1,this._$AH=w,this._$AN=void 0,this.element=e,this.name=t,this._$AM=r,this.options=i,n.length>2||n[0]!==``||n[1]!==``?(this._$AH=Array(n.length-1).fill(new String),this.strings=n):this._$AH=w}_$AI(e,t=this,n,r){let i=this.strings,a=!1;if(i===void 0)e=ke(this,e,t,0),a=!fe(e)||e!==this._$AH&&e!==C,a&&(this._$AH=e);else{let r=e,o,s;for(e=i[0],o=0;o<i.length-1;o++)s=ke(this,r[n+o],t,o),s===C&&(s=this._$AH[o]),a||=!fe(s)||s!==this._$AH[o],s===w?e=w:e!==w&&(e+=(s??``)+i[o+1]),this._$AH[o]=s}a&&!r&&this.j(e)}j(e){e===w?this.element.removeAttribute(this.name):this.element.setAttribute(this.name,e??``)}},Ne=class extends Me{constructor(){super(...arguments),this.type=3}j(e){this.element[this.name]=e===w?void 0:e}},Pe=class extends Me{constructor(){super(...arguments),this.type=4}j(e){this.element.toggleAttribute(this.name,!!e&&e!==w)}},Fe=class extends Me{constructor(e,t,n,r,i){super(e,t,n,r,i),this.type=5}_$AI(e,t=this){if((e=ke(this,e,t,0)??w)===C)return;let n=this._$AH,r=e===w&&n!==w||e.capture!==n.capture||e.once!==n.once||e.passive!==n.passive,i=e!==w&&(n===w||r);r&&this.element.removeEventListener(this.name,this,n),i&&this.element.addEventListener(this.name,this,e),this._$AH=e}handleEvent(e){typeof this._$AH==`function`?this._$AH.call(this.options?.host??this.element,e):this._$AH.handleEvent(e)}},Ie=class{constructor(e,t,n){this.element=e,this.type=6,this._$AN=void 0,this._$AM=t,this.options=n}get _$AU(){return this._$AM._$AU}_$AI(e){ke(this,e)}},Le={M:g,P:_,A:v,C:1,L:De,R:Ae,D:pe,V:ke,I:je,H:Me,N:Pe,U:Fe,B:Ne,F:Ie},Re=se.litHtmlPolyfillSupport;Re?.(Oe,je),(se.litHtmlVersions??=[]).push(`3.3.3`);var ze=(e,t,n)=>{let r=n?.renderBefore??t,i=r._$litPart$;if(i===void 0){let e=n?.renderBefore??null;r._$litPart$=i=new je(t.insertBefore(b(),e),e,void 0,n??{})}return i._$AI(e),i},Be=globalThis,Ve=class extends h{constructor(){super(...arguments),this.renderOptions={host:this},this._$Do=void 0}createRenderRoot(){let e=super.createRenderRoot();return this.renderOptions.renderBefore??=e.firstChild,e}update(e){let t=this.render();this.hasUpdated||(this.renderOptions.isConnected=this.isConnected),super.update(e),this._$Do=ze(t,this.renderRoot,this.renderOptions)}connectedCallback(){super.connectedCallback(),this._$Do?.setConnected(!0)}disconnectedCallback(){super.disconnectedCallback(),this._$Do?.setConnected(!1)}render(){return C}};Ve._$litElement$=!0,Ve.finalized=!0,Be.litElementHydrateSupport?.({LitElement:Ve});var He=Be.litElementPolyfillSupport;He?.({LitElement:Ve}),(Be.litElementVersions??=[]).push(`4.2.2`);var Ue={attribute:!0,type:String,converter:ie,reflect:!1,hasChanged:ae},We=(e=Ue,t,n)=>{let{kind:r,metadata:i}=n,a=globalThis.litPropertyMetadata.get(i);if(a===void 0&&globalThis.litPropertyMetadata.set(i,a=new Map),r===`setter`&&((e=Object.create(e)).wrapped=!0),a.set(n.name,e),r===`accessor`){let{name:r}=n;return{set(n){let i=t.get.call(this);t.set.call(this,n),this.requestUpdate(r,i,e,!0,n)},init(t){return t!==void 0&&this.C(r,void 0,e,t),t}}}if(r===`setter`){let{name:r}=n;return function(n){let i=this[r];t.call(this,n),this.requestUpdate(r,i,e,!0,n)}}throw Error(`Unsupported decorator location: `+r)};function T(e){return(t,n)=>typeof n==`object`?We(e,t,n):((e,t,n)=>{let r=t.hasOwnProperty(n);return t.constructor.createProperty(n,e),r?Object.getOwnPropertyDescriptor(t,n):void 0})(e,t,n)}function E(e){return T({...e,state:!0,attribute:!1})}var Ge=(e,t,n)=>(n.configurable=!0,n.enumerable=!0,Reflect.decorate&&typeof t!=`object`&&Object.defineProperty(e,t,n),n);function Ke(e,t){return(n,r,i)=>{let a=t=>t.renderRoot?.querySelector(e)??null;if(t){let{get:e,set:t}=typeof r==`object`?n:i??(()=>{let e=Symbol();return{get(){return this[e]},set(t){this[e]=t}}})();return Ge(n,r,{get(){let n=e.call(this);return n===void 0&&(n=a(this),(n!==null||this.hasUpdated)&&t.call(this,n)),n}})}return Ge(n,r,{get(){return a(this)}})}}var qe=class extends Error{constructor(...e){super(...e),this.name=`ChatKitError`}},D=class extends qe{constructor(...e){super(...e),this.name=`IntegrationError`}},Je=class extends qe{constructor(...e){super(...e),this.name=`NetworkError`}},Ye=class extends qe{constructor(...e){super(...e),this.name=`ProtocolError`}},Xe=class extends qe{constructor(...e){super(...e),this.name=`TruncatedStreamError`}},Ze=class extends qe{constructor(...e){super(...e),this.name=`TurnOverError`}},Qe=class extends qe{constructor(e,t,n){super(e),this.code=t,this.allowRetry=n,this.name=`StreamError`}},O=class extends qe{constructor(e,t,n,r,i){super(e),this.status=t,this.code=n,this.detail=r,this.retryAfter=i,this.name=`HttpError`}};async function $e(e){let t=await et(e);return new O(t.message??`The server answered ${e.status}.`,e.status,t.code,t.message,tt(e.headers.get(`Retry-After`)))}async function et(e){try{let t=JSON.parse(await e.text());if(k(t)&&k(t.error)){let{message:e,code:n}=t.error;return{message:typeof e==`string`&&e!==``?e:null,code:typeof n==`string`?n:null}}}catch{}return{message:null,code:null}}function tt(e){if(e===null)return null;let t=Number(e);if(Number.isFinite(t))return Math.max(0,Math.ceil(t));let n=Date.parse(e);return Number.isNaN(n)?null:Math.max(0,Math.ceil((n-Date.now())/1e3))}function k(e){return typeof e==`object`&&!!e&&!Array.isArray(e)}function nt(e){return e instanceof Je||e instanceof Xe}function rt(e){return e instanceof O&&(e.status===401||e.code===`csrf_failed`)}function it(e){return e instanceof DOMException&&e.name===`AbortError`}function A(e){return e instanceof Error?e:Error(String(e))}var at=1e3,ot=5e3,st=3e3,ct=class extends Error{constructor(...e){super(...e),this.name=`SilenceError`}};function lt(e,t){return t===null?e():new Promise((n,r)=>{let i=Date.now()+t,a=Date.now(),o=setInterval(()=>{let e=Date.now();e-a>ot?i=Math.max(i,e+st):e>i&&r(new ct(`Silence.`)),a=e},at);e().then(n,r).finally(()=>clearInterval(o))})}var ut=/\n|\r\n|\r(?!$)/g,dt=class{constructor(){this.buffer=``,this.data=[],this.lastId=null}push(e){this.buffer+=e;let t=[],n=0;for(let{0:e,index:r}of this.buffer.matchAll(ut))this.takeLine(this.buffer.slice(n,r),t),n=r+e.length;return this.buffer=this.buffer.slice(n),t}get incomplete(){return this.data.length>0||this.buffer!==``&&!this.buffer.startsWith(`:`)}takeLine(e,t){e===``?(this.data.length>0&&t.push(this.data.join(`
`)),this.data=[]):(e.startsWith(`id: `)&&(this.lastId=e.slice(4)),e.startsWith(`data`)&&(e.length===4?this.data.push(``):e[4]===`:`&&this.data.push(e.slice(e[5]===` `?6:5))))}},ft=class extends Error{constructor(...e){super(...e),this.name=`TruncatedEventError`}};async function*pt(e,{patience:t=null,onTaken:n}={}){let r=e.getReader(),i=new TextDecoder,a=new dt;try{for(;;){let{done:e,value:o}=await lt(()=>r.read(),t),s=a.push(e?i.decode():i.decode(o,{stream:!0}));if(s.length>0&&(yield s),a.lastId!==null&&n?.(a.lastId),e)break}}finally{r.cancel().catch(()=>void 0)}if(a.incomplete)throw new ft(`The answer stopped in the middle.`)}var mt=3;function ht({headers:e},t){return{state:e.get(`X-ChatKit-Turn`),streamUrl:_t(e.get(`X-ChatKit-Stream`),t),stopUrl:_t(e.get(`X-ChatKit-Stop`),t)}}function gt({headers:e}){let t=Number(e.get(`X-ChatKit-Heartbeat`));return t>0?mt*t*1e3:null}function _t(e,t){if(e===null)return null;let n=new URL(t,document.baseURI),r=new URL(e,n);return r.origin===n.origin?r.href:null}var vt=`text/event-stream`,yt=class{constructor(e){this.options=e,this.clientSecret=null}async request(e,t,n,r){let i=await this.post(e,t,`application/json`,n);r?.(ht(i,this.url));let a;try{a=await i.json()}catch(t){throw it(t)?t:new Ye(`${e} was not answered with JSON.`,{cause:t})}if(!k(a))throw new Ye(`${e} was not answered with a JSON object.`);return a}async*stream({type:e,params:t,key:n},r,i,a){let o=await this.post(e,t,vt,r,n);i?.(ht(o,this.url)),yield*this.eventsOf(o,e,r,a)}async*join(e,t,n,r,i){let a=new URL(e);t>0&&a.searchParams.set(`after`,String(t));let o=await this.fetch(a.href,{headers:{Accept:vt},signal:n});if(o.status===204)throw new Ze(`It is over.`);i(ht(o,this.url)),yield*this.eventsOf(o,`The running answer`,n,r)}async stop(e){await this.fetch(e,{method:`POST`,headers:{Accept:`application/json`},keepalive:!0})}async*eventsOf(e,t,n,r){let i=e.headers.get(`Content-Type`)??``;if(e.body===null||!i.startsWith(vt))throw new Ye(`${t} was not answered with an event stream.`);try{let t=gt(e),n=e=>r?.(Number(e));for await(let r of pt(e.body,{patience:t,onTaken:n}))yield r.map(xt)}catch(e){throw it(e)||n.aborted||e instanceof Ye?e:new Xe(e instanceof ft?e.message:`The connection broke.`,{cause:e})}}async fetch(e,t){let n={...t.headers,"Accept-Language":this.options.locale},r=await this.send(e,{...t,headers:n});if(!r.ok)throw await $e(r);return r}get url(){let{api:e,hostedUrl:t}=this.options;return`url`in e?e.url:t}post(e,t,n,r,i){let a=i&&{django_chatkit:{request:i}};return this.fetch(this.url,{method:`POST`,headers:{Accept:n,"Content-Type":`application/json`},body:JSON.stringify({type:e,params:t,metadata:a}),signal:r})}async send(e,t){let{api:n}=this.options;try{if(!(`getClientSecret`in n)){let r=n.fetch;return await(r?r(e,t):fetch(e,t))}this.clientSecret??=await n.getClientSecret(null);let r=await fetch(e,bt(t,this.clientSecret));return r.status===401?(this.clientSecret=await n.getClientSecret(this.clientSecret),await fetch(e,bt(t,this.clientSecret))):r}catch(e){throw it(e)||e instanceof O?e:new Je(A(e).message,{cause:e})}}};function bt(e,t){let n={...e.headers,Authorization:`Bearer ${t}`};return{...e,credentials:`omit`,headers:n}}function xt(e){let t;try{t=JSON.parse(e)}catch(e){throw new Ye(`An event of the answer was not JSON.`,{cause:e})}if(!k(t)||typeof t.type!=`string`)throw new Ye(`An event of the answer has no type.`);return t}var St=[0,0,0],j=[255,255,255],Ct=(e,t,n)=>Math.min(n,Math.max(t,e)),wt=e=>{let t=e/255;return t<=.04045?t/12.92:((t+.055)/1.055)**2.4},Tt=e=>{let t=e<=.0031308?e*12.92:1.055*e**(1/2.4)-.055;return Ct(Math.round(t*255),0,255)},Et=(e,t,n)=>{let r=(e+.3963377774*t+.2158037573*n)**3,i=(e-.1055613458*t-.0638541728*n)**3,a=(e-.0894841775*t-1.291485548*n)**3;return[Tt(4.0767416621*r-3.3077115913*i+.2309699292*a),Tt(-1.2684380046*r+2.6097574011*i-.3413193965*a),Tt(-.0041960863*r-.7034186147*i+1.707614701*a)]},Dt=e=>{let[t,n,r]=e.map(wt),i=Math.cbrt(.4122214708*t+.5363325363*n+.0514459929*r),a=Math.cbrt(.2119034982*t+.6806995451*n+.1073969566*r),o=Math.cbrt(.0883024619*t+.2817188376*n+.6299787005*r);return[.2104542553*i+.793617785*a-.0040720468*o,1.9779984951*i-2.428592205*a+.4505937099*o,.0259040371*i+.7827717662*a-.808675766*o]};function M(e,t,n){let r=n*Math.PI/180;return Et(Ct(e,0,1),t*Math.cos(r),t*Math.sin(r))}function N(e,t,n){let r=r=>Math.round(e[r]+(t[r]-e[r])*n);return[r(0),r(1),r(2)]}function Ot(e){let[t,n,r]=e.map(wt);return .2126*t+.7152*n+.0722*r}function P(e,t){let[n,r]=[Ot(e),Ot(t)].sort((e,t)=>e-t);return(r+.05)/(n+.05)}function kt(e){return P(j,e)>=4.5?j:[10,10,10]}function F(e,t,n){let r=e=>t.every(t=>P(e,t)>=n),[i,a,o]=Dt(e),s=t[0]??j,c=P(St,s)>=P(j,s)?-.01:.01;for(let t=i;t>0&&t<1;t+=c){let n=t===i?e:Et(t,a,o);if(r(n))return n}return c<0?St:j}function I(e){return`#${e.map(e=>e.toString(16).padStart(2,`0`)).join(``)}`}function At(e,t,n){let r=t*Math.min(n,1-n),i=t=>{let i=(t+e/30)%12,a=n-r*Ct(Math.min(i-3,9-i),-1,1);return Math.round(a*255)};return[i(0),i(8),i(4)]}function jt(e,t){if(typeof CSS>`u`||!CSS.supports(`color`,e))return;let n=document.createElement(`canvas`);n.width=n.height=1;let r=n.getContext(`2d`);if(!r)return;for(let n of[I(t),e])r.fillStyle=n,r.fillRect(0,0,1,1);let[i=0,a=0,o=0]=r.getImageData(0,0,1,1).data;return[i,a,o]}function Mt(e,t){if(typeof e!=`string`)return;let n=e.trim().toLowerCase(),r=/^#([0-9a-f]{3,4}|[0-9a-f]{6}|[0-9a-f]{8})$/.exec(n)?.[1];if(r){let e=r.length<5?r.replace(/./g,`$&$&`):r,n=t=>parseInt(e.slice(t*2,t*2+2),16),i=[n(0),n(1),n(2)];return e.length===8?N(t,i,n(3)/255):i}let i=/^(rgb|hsl)a?\(([^)]*)\)$/.exec(n),a=i?.[2]?.split(/[\s,/]+/).filter(Boolean)??[],[o=0,s=0,c=0,l=1]=a.map((e,t)=>{let n=parseFloat(e),r=i?.[1]===`rgb`&&t<3?2.55:.01;return e.endsWith(`%`)?n*r:n});return i&&a.length>=3&&[o,s,c,l].every(Number.isFinite)?N(t,i[1]===`hsl`?At((o%360+360)%360,Ct(s,0,1),Ct(c,0,1)):[o,s,c].map(e=>Ct(Math.round(e),0,255)),Ct(l,0,1)):jt(n,t)}var Nt=`ui-sans-serif, -apple-system, system-ui, "Segoe UI", Roboto, "Helvetica Neue", "Noto Sans", Arial, sans-serif`,Pt=`ui-monospace, SFMono-Regular, "SF Mono", Menlo, Consolas, "Liberation Mono", monospace`,Ft={pill:[6,10,14,20,999,22,28],round:[5,8,12,16,12,16,18],soft:[3,5,8,10,7,10,12],sharp:[0,0,0,0,0,0,0]},It={compact:[.8,26,32,38],normal:[1,30,36,44],spacious:[1.25,34,42,50]},Lt=[4,8,12,16,20,24,32,48],Rt={xs:.75,sm:.875,md:1,lg:1.125,xl:1.25,"2xl":1.5,"3xl":1.875},L=e=>`${Math.round(e*100)/100}px`;function zt(e,t,n){return e[typeof t==`string`&&Object.hasOwn(e,t)?t:n]}function Bt(e,t,n,r){return typeof e==`number`&&Number.isFinite(e)?Math.min(n,Math.max(t,e)):r}function Vt(e,t){let{grayscale:n,accent:r,surface:i}=e.color??{},a=Bt(n?.hue,0,360,265),o=Bt(n?.tint,0,9,1)*.004,s=Bt(n?.shade,-4,4,0),c=t?M(.225-s*.018,o,a):M(1-Math.max(0,s)*.012-o/6,o/3,a),l=Mt(i?.background,c)??c,u=P(l,j)>P(l,St),d=F(M(u?.935-s*.008:.235-s*.015,o,a),[l],7),f=Mt(i?.foreground,l),p=f!==void 0&&P(f,l)>=4.5,m=p?f:d,ee=p?void 0:[0,.25,.5,.75,1].map(e=>f&&N(f,l,e)).find(e=>e&&P(m,e)>=5.5),te=ee??(u?N(l,m,.05):N(l,j,.8)),ne=P(m,l)>=7,re=ne?m:kt(m),ie=u?N(l,St,.22):N(l,re,.025),ae=N(ee??l,re,u?.09:.05),oe=[l,te,ie,ae],h=(e,t)=>I(F(N(l,m,e),oe,t)),se=M(.55,.19,258),ce={danger:M(.57,.2,26),warning:M(.66,.15,62),success:M(.58,.14,150),info:se,discovery:M(.55,.2,300)},le=e=>ne?N(l,e,u?.18:.09):ae,ue=[...oe,...Object.values(ce).map(le)],g=Mt(r?.primary,l),_=g?Bt(r?.level,0,3,1):0,v=g&&_>0?F(g,[l],1.3):m,de=F(g??se,ue,4.5),y=F(g??se,ue,3),b=g&&_>=3?g:g&&_>=2?N(l,g,.16):ee??ae,fe=P(m,b)>=7?m:kt(b),x={surface:I(l),"surface-raised":I(te),"surface-sunken":I(ie),"surface-muted":I(ae),"surface-hover":R(m,.06),"surface-pressed":R(m,.1),scrim:R(St,u?.6:.32),text:I(m),"text-secondary":h(.74,5.5),"text-tertiary":h(.55,4.5),"text-disabled":I(N(l,m,.42)),"border-subtle":R(m,.08),border:R(m,.13),"border-strong":R(m,.24),"border-control":I(F(N(l,m,.4),[l,te],3)),accent:I(v),"accent-hover":I(N(v,kt(v),.14)),"accent-soft":R(g??m,u?.18:.09),"on-accent":I(kt(v)),link:I(de),focus:I(y),bubble:I(b),"on-bubble":I(fe),selection:R(y,.28),"shadow-sm":u?`0 1px 2px rgb(0 0 0/.32)`:`0 1px 2px rgb(0 0 0/.05)`,"shadow-md":u?`0 2px 4px rgb(0 0 0/.24), 0 8px 24px rgb(0 0 0/.32)`:`0 1px 2px rgb(0 0 0/.04), 0 6px 20px rgb(0 0 0/.06)`,"shadow-lg":u?`0 4px 12px rgb(0 0 0/.32), 0 24px 56px rgb(0 0 0/.48)`:`0 4px 12px rgb(0 0 0/.06), 0 20px 48px rgb(0 0 0/.14)`};for(let[e,t]of Object.entries(ce)){let n=le(t);x[e]=I(F(t,[j],4.5)),x[`on-${e}`]=`#ffffff`,x[`${e}-text`]=I(F(t,[...oe,n],4.5)),x[`${e}-soft`]=I(n),x[`${e}-border`]=I(N(l,t,.34))}return x}function R(e,t){return`rgb(${e.join(` `)}/${t})`}function Ht(e,t){let n=typeof e==`string`?e.replace(/[;{}<>\\/*]/g,``).trim():``;return n?`${n}, ${t}`:t}function Ut(e){let[t,n,r,i,a,o,s]=zt(Ft,e.radius,`pill`),[c,l,u,d]=zt(It,e.density,`normal`),f=Bt(e.typography?.baseSize,14,18,16),p={font:Ht(e.typography?.fontFamily,Nt),"font-mono":Ht(e.typography?.fontFamilyMono,Pt),leading:`1.6`,"leading-tight":`1.3`,"radius-xs":L(t),"radius-sm":L(n),"radius-md":L(r),"radius-lg":L(i),"radius-control":L(a),"radius-bubble":L(o),"radius-composer":L(s),"radius-full":e.radius===`sharp`?`0px`:`999px`,"control-sm":L(l),"control-md":L(u),"control-lg":L(d),unit:L(4*c),"message-gap":L(28*c),measure:`48rem`,"motion-fast":`120ms`,"motion-medium":`200ms`,"motion-slow":`360ms`,ease:`cubic-bezier(.2,.7,.2,1)`};Lt.forEach((e,t)=>{p[`space-${t+1}`]=L(e*c)});for(let[e,t]of Object.entries(Rt))p[`text-${e}`]=L(f*t);return p}function Wt(e){return typeof FontFace>`u`||!Array.isArray(e)?[]:e.flatMap(e=>{try{let t=String(e.src).replace(/["\\\n]/g,e=>encodeURIComponent(e));return[new FontFace(e.family,`url("${t}")`,{...e.weight!==void 0&&{weight:String(e.weight)},...e.style&&{style:e.style},...e.unicodeRange&&{unicodeRange:e.unicodeRange},display:e.display??`swap`})]}catch{return[]}})}function Gt(e){let t=e.colorScheme===`dark`;return{light:t?` `:`initial`,dark:t?`initial`:` `,...Vt(e,t)}}var Kt=e=>Object.entries(e).map(([e,t])=>`--ck-${e}:${t};`).join(``);function qt(e){let t=typeof e==`string`?{colorScheme:e}:e??{},n=t.colorScheme===`dark`?`dark`:`light`;return{cssText:`:host{color-scheme:${n};${Kt({...Gt(t),...Ut(t)})}}@media (pointer:coarse){:host{--ck-control-sm:36px;--ck-control-md:40px;--ck-control-lg:48px}}@media (prefers-reduced-motion:reduce){:host{--ck-motion-fast:0ms;--ck-motion-medium:0ms;--ck-motion-slow:0ms}}@media (prefers-contrast:more){:host{--ck-border:var(--ck-border-control);--ck-border-subtle:var(--ck-border-control);--ck-border-strong:var(--ck-text);--ck-text-secondary:var(--ck-text);--ck-text-tertiary:var(--ck-text-secondary)}}`,colorScheme:n,fontFaces:Wt(t.typography?.fontSources)}}var Jt=new Map,Yt=import.meta.url;function Xt(e){for(let[t,n]of Object.entries(e))Jt.set(t,n)}function Zt(e){let t=Jt.get(e);return t===void 0?new URL(`${e}.js`,Yt).href:new URL(t,document.baseURI).href}var Qt=new Map;function z(e){let t=Qt.get(e);return t===void 0&&(t=import(Zt(e)),Qt.set(e,t),t.catch(()=>Qt.delete(e))),t}var $t=`am.ar.bg.bn.bs.ca.cs.da.de.el.es.es-419.et.fi.fr.fr-CA.gu.hi.hr.hu.hy.id.is.it.ja.ka.kk.kn.ko.lt.lv.mk.ml.mn.mr.ms.my.nb.nl.pa.pl.pt-BR.pt-PT.ro.ru.sk.sl.so.sq.sr.sv.sw.ta.te.th.tl.tr.uk.ur.vi.zh-CN.zh-HK.zh-TW`.split(`.`),en={"frame.title":`Chat`,"header.newChat":`New chat`,"header.history":`Chat history`,"header.back":`Back to chat`,"header.close":`Close`,"start.greeting":`What can I help with today?`,"start.prompts":`Suggestions`,"thread.untitled":`New chat`,"thread.conversation":`Conversation`,"thread.loading":`Loading conversation…`,"thread.loadEarlier":`Load earlier messages`,"thread.scrollToEnd":`Jump to latest message`,"thread.locked":`This conversation is locked.`,"thread.closed":`This conversation is closed.`,"thread.you":`You said:`,"thread.assistant":`Assistant said:`,"thread.responding":`The assistant is responding`,"thread.responded":`The assistant has responded`,"thread.stopped":`Response stopped`,"composer.label":`Message`,"composer.placeholder":`Message the AI`,"composer.send":`Send message`,"composer.stop":`Stop responding`,"composer.attach":`Attach files`,"composer.attachments":`Attachments`,"composer.dropFiles":`Drop files here to attach them`,"composer.removeAttachment":`Remove {name}`,"composer.uploading":`Uploading {name}`,"composer.uploadFailed":`{name} could not be uploaded.`,"composer.tooManyFiles":{one:`You can attach {n} file per message.`,other:`You can attach up to {n} files per message.`},"composer.fileTooLarge":`{name} is larger than {size}.`,"composer.fileType":`{name} is not an accepted type of file.`,"composer.tools":`Tools`,"composer.clearTool":`Stop using {name}`,"composer.model":`Model`,"composer.more":`More options`,"composer.mention":`Mention something`,"composer.commands":`Commands`,"composer.noResults":`No results`,"composer.dictate":`Dictate`,"composer.stopDictating":`Stop dictating`,"composer.transcribing":`Transcribing…`,"composer.microphone":`The microphone is not available.`,"composer.quoting":`Replying to`,"composer.removeQuote":`Remove quote`,"message.actions":`Message actions`,"message.copy":`Copy`,"message.copied":`Copied`,"message.copyFailed":`Could not copy`,"message.retry":`Try again`,"message.good":`Good response`,"message.bad":`Bad response`,"message.thanks":`Thanks for your feedback`,"message.reply":`Reply`,"message.sources":`Sources`,"message.source":`Source {n}`,"message.attachment":`Attachment: {name}`,"message.quoted":`Quoted text`,"message.unsupported":`This content cannot be shown here.`,"message.imagePending":`Creating image`,"message.image":`Generated image`,"history.title":`Chat history`,"history.empty":`No conversations yet`,"history.loading":`Loading conversations…`,"history.loadFailed":`Your conversations could not be loaded.`,"history.more":`Show more`,"history.rename":`Rename`,"history.renameLabel":`Conversation title`,"history.delete":`Delete`,"history.deleteTitle":`Delete conversation?`,"history.deleteText":`“{title}” will be deleted. This cannot be undone.`,"history.deleted":`Conversation deleted`,"history.renamed":`Conversation renamed`,"history.locked":`Locked`,"history.closed":`Closed`,"action.cancel":`Cancel`,"action.save":`Save`,"action.delete":`Delete`,"action.close":`Close`,"action.confirm":`Confirm`,"action.dismiss":`Dismiss`,"action.retry":`Try again`,"action.submit":`Submit`,"action.skip":`Skip`,"time.today":`Today`,"time.yesterday":`Yesterday`,"time.thisWeek":`Previous 7 days`,"time.thisMonth":`Previous 30 days`,"time.older":`Older`,"workflow.thinking":`Thinking`,"workflow.thought":{one:`Thought for {n} second`,other:`Thought for {n} seconds`},"workflow.thoughtMinutes":{one:`Thought for {n} minute`,other:`Thought for {n} minutes`},"workflow.reasoning":`Reasoning`,"workflow.working":`Working`,"workflow.steps":{one:`{n} step`,other:`{n} steps`},"workflow.done":`Done`,"workflow.running":`In progress`,"task.custom":`Task`,"task.webSearch":`Searching the web`,"task.webSearched":`Searched the web`,"task.searchFor":`Searching for {query}`,"task.thought":`Thought`,"task.file":`Reading files`,"task.image":`Creating image`,"input.other":`Something else`,"input.answer":`Your answer`,"input.question":`Question {n} of {total}`,"input.skipped":`Skipped`,"input.required":`Fill in this field.`,"input.email":`Enter a valid e-mail address.`,"input.url":`Enter a valid web address that begins with {start}.`,"input.number":`Enter a number.`,"input.format":`This does not have the expected format.`,"error.generic":`Something went wrong. Please try again.`,"error.stream":`The response ended with an error.`,"error.truncated":`The connection was lost before the response was complete.`,"error.invalid":`The server sent an answer that could not be read.`,"error.offline":`You seem to be offline. Check your connection and try again.`,"error.network":`The server could not be reached. Please try again.`,"error.badRequest":`The request was not accepted.`,"error.unauthorized":`Your session has ended. Log in and try again.`,"error.forbidden":`You do not have permission to do this.`,"error.notFound":`This conversation no longer exists.`,"error.conflict":`A response is already being written. Wait for it to finish.`,"error.tooLarge":`The message is too large.`,"error.rateLimited":`Too many messages at once. Please wait a moment.`,"error.rateLimitedFor":{one:`Too many messages at once. Try again in {n} second.`,other:`Too many messages at once. Try again in {n} seconds.`},"error.server":`The server has a problem. Please try again.`,"error.unavailable":`The chat is not available right now. Please try again later.`,"error.busy":`Wait until the current response has finished.`,"error.action":`The action could not be completed.`,"error.feedback":`Your feedback could not be saved.`,"error.rename":`The conversation could not be renamed.`,"error.delete":`The conversation could not be deleted.`,"code.copy":`Copy code`,"code.copied":`Copied`,"table.label":`Table`,"chart.label":`Chart`,"chart.empty":`No data`,"image.label":`Image`,"widget.label":`Widget`,"widget.loading":`Loading…`,"widget.choose":`Choose…`,"widget.clear":`Clear`,"widget.showMore":{one:`Show {n} more`,other:`Show {n} more`},"widget.imageBlocked":`Open image`},tn=new Set($t.map(e=>e.split(`-`,1)[0])),nn=`ar ur`,rn={no:`nb`,nn:`nb`,fil:`tl`,in:`id`},an={tag:`en`,dir:`ltr`,catalogues:[]},on=(e,t)=>e.split(` `).includes(t);function sn(e){return e.includes(`hans`)?`CN`:e.includes(`hk`)||e.includes(`mo`)?`HK`:e.includes(`tw`)||e.includes(`hant`)?`TW`:`CN`}function cn(e){let t=e??navigator.language,n;try{n=Intl.getCanonicalLocales(t.replaceAll(`_`,`-`))[0]??`en`}catch{return an}let[r=`en`,...i]=n.toLowerCase().split(`-`),a=rn[r]??r;if(a===`en`)return{...an,tag:n};if(!tn.has(a))return an;let o=on(nn,a)?`rtl`:`ltr`,s=[a];return a===`zh`?s=[`zh-${sn(i)}`]:a===`pt`?s=[i.includes(`br`)?`pt-BR`:`pt-PT`,`pt-BR`]:a===`fr`&&i.includes(`ca`)?s=[`fr-CA`,`fr`]:a===`es`&&i.length>0&&!i.includes(`es`)&&(s=[`es-419`,`es`]),{tag:n,dir:o,catalogues:[...new Set(s)]}}function ln(e,t,n){let r;return r=typeof e==`string`?e:e[new Intl.PluralRules(n).select(Number(t.n??0))]??e.other,r.replace(/\{(\w+)\}/g,(e,r)=>{let i=t[r];return typeof i==`number`?new Intl.NumberFormat(n).format(i):i??e})}var un=new Map;async function dn(e){try{let{catalogue:t}=await z(`locales/${e}`);un.set(e,t)}catch{}}function fn(e){let{tag:t,dir:n,catalogues:r}=cn(e),i=r.find(e=>$t.includes(e));return{locale:t,dir:n,t(e,n={}){let r=i===void 0?void 0:un.get(i)?.[e];return r===void 0?ln(en[e]??e,n,`en`):ln(r,n,t)},ready:i===void 0||un.has(i)?Promise.resolve():dn(i)}}function B(e,t,n,r){e.push({path:t,message:`expected ${n}, got ${pn(r)}`})}function pn(e){return e===null?`null`:Array.isArray(e)?`a list`:typeof e==`string`?JSON.stringify(e.slice(0,40)):typeof e==`number`||typeof e==`boolean`?String(e):e===void 0?`undefined`:typeof e==`object`?`an object`:`a ${typeof e}`}function mn(e,t){return(n,r,i)=>{typeof n!==e&&B(i,r,t,n)}}var V=mn(`string`,`a string`),H=mn(`boolean`,`true or false`),U=mn(`function`,`a function`);function hn(e=-1/0,t=1/0){return(n,r,i)=>{if(typeof n==`number`&&n>=e&&n<=t)return;let a=``;t===1/0?e!==-1/0&&(a=` of at least ${e}`):a=` from ${e} to ${t}`,B(i,r,`a number${a}`,n)}}function W(...e){return(t,n,r)=>{if(e.includes(t))return;let i=e.map(e=>JSON.stringify(e)).join(`, `);B(r,n,(e.length>1?`one of ${i}`:i)+wn(t,e.filter(Dn)),t)}}function gn(e,t,n){let r=t.split(` `);return(t,i,a)=>{r.includes(t)||Dn(t)&&t.startsWith(n)&&t!==n||B(a,i,e+wn(t,r),t)}}function _n(e){return(t,n,r)=>{Array.isArray(t)?t.forEach((t,i)=>e(t,`${n}[${i}]`,r)):B(r,n,`a list`,t)}}function vn(e){return(t,n,r)=>{if(!On(t))B(r,n,`an object`,t);else for(let[i,a]of Object.entries(t))e(a,`${n}["${i}"]`,r)}}var yn=vn(()=>void 0);function bn(e){return(t,n,r)=>e(t)(t,n,r)}function xn(e,t){return(n,r,i)=>{let a=typeof n;n===null?a=`null`:Array.isArray(n)&&(a=`list`);let o=t[a];o?o(n,r,i):B(i,r,e,n)}}var Sn=()=>void 0;function G(e,t=[]){return(n,r,i)=>{if(!On(n))B(i,r,`an object`,n);else{for(let[t,a]of Object.entries(n)){if(a===void 0)continue;let n=Object.hasOwn(e,t)?e[t]:void 0,o=r===``?t:`${r}.${t}`;n?n(a,o,i):i.push({path:r,message:Cn(t,Object.keys(e))})}for(let e of t)n[e]===void 0&&i.push({path:r,message:`missing key "${e}"`})}}}function Cn(e,t){return`unrecognized key "${e}"${wn(e,t)}`}function wn(e,t){let n=Dn(e)?Tn(e,t):void 0;return n?` (did you mean "${n}"?)`:``}function Tn(e,t){let n,r=Math.max(2,Math.floor(e.length/3)),i=Math.min(r,e.length-1)+1;for(let r of t){let t=En(e.toLowerCase(),r.toLowerCase());t<i&&([n,i]=[r,t])}return n}function En(e,t){let n=Array.from({length:t.length+1},(e,t)=>t);for(let r=1;r<=e.length;r+=1){let i=[r];for(let a=1;a<=t.length;a+=1){let o=(n[a-1]??0)+(e[r-1]===t[a-1]?0:1);i.push(Math.min((n[a]??0)+1,(i[a-1]??0)+1,o))}n=i}return n[t.length]??0}function Dn(e){return typeof e==`string`}function On(e){return typeof e==`object`&&!!e&&!Array.isArray(e)}function kn(e){if(e===void 0||cn(e).catalogues.length>0||/^en([-_]|$)/i.test(e))return;let t=wn(e,[`en`,...$t]);return`ChatKit has no locale ${JSON.stringify(e)}${t} and is shown in English.`}var An=`sidebar-left sidebar-right sidebar-open-left sidebar-open-right sidebar-open-left-alt sidebar-open-right-alt sidebar-floating-left sidebar-floating-right sidebar-floating-open-left sidebar-floating-open-right sidebar-collapse-left sidebar-collapse-right collapse-left collapse-right open-left open-right double-chevron-left double-chevron-right home home-alt back-small back-large expand-large collapse-large expand-small collapse-small star star-filled bug chat-temporary settings-cog grid dots-horizontal dots-vertical dots-horizontal-circle dots-vertical-circle menu menu-inverted hamburger history book-open compose share light-mode dark-mode close`,jn=`agent analytics atom batch bolt book-open book-closed book-clock bug calendar chart check check-circle check-circle-filled chevron-left chevron-right circle-question clock compass confetti cube desktop document dots-horizontal dots-vertical empty-circle external-link globe keys lab images info lifesaver lightbulb mail map-pin maps mobile name notebook notebook-pencil page-blank phone play plus profile profile-card reload star star-filled search sparkle sparkle-double square-code square-image square-text suitcase settings-slider user wreath write write-alt write-alt2`,Mn=bn(e=>typeof e==`object`&&e&&`getClientSecret`in e?Nn:Pn),Nn=G({getClientSecret:U},[`getClientSecret`]),Pn=G({url:V,domainKey:V,fetch:U,uploadStrategy:bn(e=>e?.type===`direct`?G({type:W(`direct`),uploadUrl:V},[`type`,`uploadUrl`]):G({type:W(`two_phase`,`direct`)},[`type`]))},[`url`,`domainKey`]),Fn=G({colorScheme:W(`light`,`dark`),radius:W(`pill`,`round`,`soft`,`sharp`),density:W(`compact`,`normal`,`spacious`),typography:G({baseSize:W(14,15,16,17,18),fontFamily:V,fontFamilyMono:V,fontSources:_n(G({family:V,src:V,weight:xn(`a number or a string`,{number:hn(1,1e3),string:V}),style:W(`normal`,`italic`,`oblique`),display:W(`auto`,`block`,`swap`,`fallback`,`optional`),unicodeRange:V},[`family`,`src`]))}),color:G({grayscale:G({hue:hn(0,360),tint:W(0,1,2,3,4,5,6,7,8,9),shade:W(-4,-3,-2,-1,0,1,2,3,4)},[`hue`,`tint`]),accent:G({primary:V,level:W(0,1,2,3)},[`primary`,`level`]),surface:G({background:V,foreground:V},[`background`,`foreground`])})}),In=G({icon:gn(`the name of an icon of the header`,An,`lucide:`),onClick:U},[`icon`,`onClick`]),Ln=gn(`the name of an icon`,jn,`lucide:`),Rn=bn(e=>e?.type===`input_tag`?G({type:Sn,text:V,id:V,group:V,data:yn,interactive:H},[`text`,`id`]):G({type:W(`input_text`,`input_tag`),text:V},[`type`,`text`])),zn=G({placeholder:V,attachments:G({enabled:H,maxSize:xn(`a number or an object`,{number:hn(0),object:vn(hn(0))}),maxCount:hn(0),accept:vn(_n(V))},[`enabled`]),tools:_n(G({id:V,label:V,icon:Ln,shortLabel:V,placeholderOverride:V,pinned:H,persistent:H},[`id`,`label`,`icon`])),models:_n(G({id:V,label:V,description:V,disabled:H,default:H},[`id`,`label`])),dictation:G({enabled:H},[`enabled`])}),Bn=G({api:Mn,locale:V,theme:xn(`"light", "dark" or an object`,{string:W(`light`,`dark`),object:Fn}),frameTitle:V,initialThread:xn(`a string or null`,{string:V,null:Sn}),onClientTool:U,header:G({enabled:H,title:G({enabled:H,text:V}),leftAction:In,rightAction:In}),history:G({enabled:H,showDelete:H,showRename:H}),startScreen:G({greeting:V,prompts:_n(G({label:V,prompt:xn(`a string or a list`,{string:V,list:_n(Rn)}),icon:Ln},[`label`,`prompt`]))}),composer:zn,threadItemActions:G({feedback:H,retry:H}),thread:G({autoScroll:H}),disclaimer:G({text:V,highContrast:H},[`text`]),entities:G({onTagSearch:U,showComposerMenu:H,onClick:U,onRequestPreview:U}),commands:G({enabled:H,onSearch:U,onSelect:U},[`enabled`]),widgets:G({onAction:U})},[`api`]);function Vn(e){let t=[];if(Bn(e,``,t),t.length===0){let n=e.composer?.attachments,{api:r}=e;n?.enabled&&`url`in r&&r.uploadStrategy===void 0&&t.push({path:`api`,message:`missing key "uploadStrategy", which composer.attachments needs`})}if(t.length>0)throw new D(Hn(t));return e}function Hn(e){return`Invalid ChatKit options:\n${e.map(({path:e,message:t})=>`✖ ${t}${e?` at ${e}`:``}`).join(`
`)}`}var Un=[250,500,1e3,2e3],Wn=[...Un,4e3,8e3,8e3,8e3];async function*Gn(e,t,n,r,i,a){for(let o of[...r?Wn:Un,null]){try{yield*e.stream(t,n,i,a);return}catch(e){if(!(e instanceof O&&e.status===409)||o===null)throw e}if(await Jn(o,n),n.aborted)return}}async function*Kn(e,t,n,r,i){let a=0;for(;;){if(await Jn(a===0?0:Wn[a-1],r),await Yn(r),r.aborted)return;a+=1;try{let o=e.join(t,n.count,r,e=>n.count=e,i);for await(let e of o)a=0,yield e;return}catch(e){if(!nt(e)||a>Wn.length)throw e}}}function qn(){return crypto.getRandomValues(new Uint32Array(4)).join(`-`)}function Jn(e,t){return new Promise(n=>{let r=()=>{clearTimeout(i),t?.removeEventListener(`abort`,r),n()},i=setTimeout(r,e);t?.addEventListener(`abort`,r)})}function Yn(e){return navigator.onLine?Promise.resolve():new Promise(t=>{window.addEventListener(`online`,()=>t(),{once:!0,signal:e}),e.addEventListener(`abort`,()=>t())})}var Xn=500;async function Zn(e,t,n){return t&&await Jn(Xn,n),`locks`in navigator?new Promise(t=>{navigator.locks.request(`openai-chatkit:${e}`,{signal:n},()=>new Promise(t)).catch(()=>t(null))}):()=>void 0}async function Qn(e,t){try{if(e===void 0)throw new D(`No handler for the client tool "${t.name}".`);return{result:$n(await e({name:t.name,params:t.arguments})),error:null}}catch(e){let t=A(e);return{result:{error:t.message},error:t}}}function $n(e){let t=JSON.stringify(e);return t===void 0?{}:JSON.parse(t)}function er(e){return typeof e==`string`?e===``?[]:[{type:`input_text`,text:e}]:e.map(e=>e.type===`input_text`?{type:`input_text`,text:e.text}:{...e,data:e.data??{}})}function tr(e){return e.map(e=>e.text).join(``)}function nr({id:e,text:t,group:n,interactive:r,data:i}){return{id:e,title:t,...n?{group:n}:{},interactive:r??!1,data:i}}function rr(e){return tr(e.content).trim()!==``||e.attachments.length>0}function ir(e){return{content:e.content,attachments:e.attachments.map(e=>e.id),quoted_text:e.quotedText,inference_options:e.inferenceOptions}}function ar(e,t,n){return{id:t,thread_id:n,created_at:new Date().toISOString(),type:`user_message`,content:e.content,attachments:e.attachments,quoted_text:e.quotedText,inference_options:e.inferenceOptions}}function or(e,t){if(e.type===`assistant_message`)return sr(e,t);if(e.type===`widget`)return ur(e,t);if(e.type===`workflow`)return pr(e,t);if(e.type===`generated_image`&&t.type===`generated_image.updated`)return{...e,image:t.image,progress:t.progress??void 0}}function sr(e,t){switch(t.type){case`assistant_message.content_part.added`:return cr(e,t.content_index,()=>lr(t.content));case`assistant_message.content_part.text_delta`:return cr(e,t.content_index,e=>({...e,text:e.text+t.delta}));case`assistant_message.content_part.annotation_added`:return cr(e,t.content_index,e=>{let n=[...e.annotations];return n.splice(t.annotation_index,0,t.annotation),{...e,annotations:n}});case`assistant_message.content_part.done`:return cr(e,t.content_index,e=>{let n=lr(t.content);return n.annotations.length>0?n:{...n,annotations:e.annotations}});default:return}}function cr(e,t,n){let r=[...e.content];for(;r.length<=t;)r.push({type:`output_text`,text:``,annotations:[]});return r[t]=n(lr(r[t])),{...e,content:r}}function lr(e){return{type:`output_text`,text:e?.text??``,annotations:e?.annotations??[]}}function ur(e,t){switch(t.type){case`widget.root.updated`:return{...e,widget:t.widget};case`widget.component.updated`:return dr(e,t.component_id,()=>t.component);case`widget.streaming_text.value_delta`:return dr(e,t.component_id,e=>({...e,value:(typeof e.value==`string`?e.value:``)+t.delta,streaming:!t.done}));default:return}}function dr(e,t,n){let r=fr(e.widget,t,n);return r===e.widget?void 0:{...e,widget:r}}function fr(e,t,n){if(e.id===t)return n(e);let{children:r}=e;if(Array.isArray(r)){let i=r.map(e=>k(e)?fr(e,t,n):e);return i.some((e,t)=>e!==r[t])?{...e,children:i}:e}if(k(r)){let i=fr(r,t,n);return i===r?e:{...e,children:i}}return e}function pr(e,t){let n=[...e.workflow.tasks];if(t.type===`workflow.task.added`)n.splice(t.task_index,0,t.task);else if(t.type===`workflow.task.updated`&&t.task_index<n.length)n[t.task_index]=t.task;else return;return{...e,workflow:{...e.workflow,tasks:n}}}var mr={thread:null,items:[],unfinished:new Set,unconfirmed:null,drawnAs:new Map,progress:null,allowCancel:!0,notices:[],failure:null,incomplete:!1},hr=new Set([`user_message`,`assistant_message`,`client_tool_call`,`widget`,`generated_image`,`structured_input`,`workflow`,`task`,`end_of_turn`]),gr=new Set([`hidden_context_item`,`sdk_hidden_context`]);function _r(e,t,n){switch(t.type){case`thread.created`:case`thread.updated`:return{...e,thread:wr(t.thread)};case`thread.item.added`:return Cr(e,t.item,!1,n);case`thread.item.done`:case`thread.item.replaced`:return Cr(e,t.item,!0,n);case`thread.item.updated`:{let r=e.items.findLastIndex(e=>e.id===t.item_id),i=e.items[r],a=i&&or(i,t.update);return a===void 0?(n(`update`,String(t.update.type)),e):{...e,items:e.items.with(r,a)}}case`thread.item.removed`:return{...e,items:e.items.filter(e=>e.id!==t.item_id),unfinished:Er(e.unfinished,t.item_id)};case`stream_options`:return{...e,allowCancel:t.stream_options.allow_cancel};case`progress_update`:return{...e,progress:{text:t.text,icon:t.icon??null}};case`notice`:return{...e,notices:[...e.notices,Tr(e,t)]};case`error`:return{...e,failure:{code:t.code??`custom`,message:t.message??null,allowRetry:t.allow_retry??!1}};case`client_effect`:return e;default:return n(`event`,t.type),e}}function vr(e,t){return e.filter(e=>Sr(e,t))}function yr(e){return{...e,unfinished:new Set,progress:null,allowCancel:!0}}function br(e){return{...e,progress:null,failure:null,notices:[],allowCancel:!0,incomplete:!1}}function xr(e,t){let n=e.items.findIndex(e=>e.id===t);return n<0?e:{...e,items:e.items.slice(0,n+1)}}function Sr(e,t){return hr.has(e.type)?!0:(gr.has(e.type)||t(`item`,e.type),!1)}function Cr(e,t,n,r){if(!k(t)||!Sr(t,r))return e;let i=t.type===`user_message`&&e.unconfirmed!==null,a=i&&e.items.some(e=>e.id===t.id),o=i&&!a?e.unconfirmed:t.id,s=a?e.items.filter(t=>t.id!==e.unconfirmed):e.items,c=s.findLastIndex(e=>e.id===o);return{...e,items:c<0?[...s,t]:s.with(c,t),unfinished:n?Er(e.unfinished,t.id):new Set([...e.unfinished,t.id]),unconfirmed:i?null:e.unconfirmed,drawnAs:i&&o!==null&&!a?new Map([...e.drawnAs,[t.id,o]]):e.drawnAs}}function wr(e){return{...e,items:void 0}}function Tr(e,t){return{key:(e.notices.at(-1)?.key??0)+1,level:[`info`,`warning`,`danger`].includes(t.level)?t.level:`info`,message:t.message,title:t.title??null,afterItem:e.items.at(-1)?.id??null}}function Er(e,t){if(!e.has(t))return e;let n=new Set(e);return n.delete(t),n}var Dr=50;async function Or(e,t,n){let r={state:null,streamUrl:null,stopUrl:null},{items:i,...a}=await e.request(`threads.get_by_id`,{thread_id:t},void 0,e=>r=e),o=await kr(e,t,i,n);return{...o,thread:a,turn:r,incomplete:Ar(o.items,r)}}async function kr(e,t,n,r){let i=vr(n?.data??[],r);if(!n?.has_more)return{items:i,olderCursor:null};let a=await jr(e,t,null,r),o=i.findIndex(e=>e.id===a.items[0]?.id);return o<0?a:{items:[...i.slice(0,o),...a.items],olderCursor:null}}function Ar(e,{state:t}){return t===null?e.at(-1)?.type===`user_message`:t===`interrupted`}async function jr(e,t,n,r){let i=n;for(;;){let n=await e.request(`items.list`,{thread_id:t,limit:Dr,order:`desc`,...i===null?{}:{after:i}}),a=n.has_more?n.after??n.data.at(-1)?.id??null:null,o=vr(n.data,r).reverse();if(o.length>0||a===null||a===i)return{items:o,olderCursor:a===i?null:a};i=a}}function Mr(e,t,n){let r=e.findIndex(e=>e.id===n.items[0]?.id);return r<=0||n.olderCursor===null?n:{items:[...e.slice(0,r),...n.items],olderCursor:t}}var Nr=new Set([`thread_locked`,`structured_input_answered`,`no_pending_tool_call`]),Pr=class{constructor(e,t){this.host=e,this.threadId=t,this.state=mr,this.phase=`idle`,this.failure=null,this.loadFailed=!1,this.olderCursor=null,this.loadingOlder=!1,this.olderFailed=!1,this.focus=null,this.answering=null,this.turnEnd=Promise.resolve(),this.turn=null,this.lost=null,this.unheard=null,this.reportUnknown=(e,t)=>{this.host.emit(`chatkit.log`,{name:`unknown.${e}`,data:{type:t}})}}get busy(){return this.phase!==`idle`}assertIdle(){if(this.phase===`loading`)throw new D(`ChatKit is busy loading a thread.`);if(this.phase===`responding`)throw new D(`ChatKit is busy: a response is being streamed.`)}async load(e){let t=this.threadId;if(t!==null){this.update({phase:`loading`,failure:null,loadFailed:!1}),this.host.emit(`chatkit.thread.load.start`,{threadId:t});try{let n=await Or(this.host.client,t,this.reportUnknown),{thread:r,items:i,olderCursor:a,incomplete:o}=n;await e;let s={...mr,thread:r,items:i,incomplete:o};this.update({phase:`idle`,olderCursor:a,state:s}),this.follow(n.turn)}catch(e){this.update({phase:`idle`,loadFailed:!0}),this.fail(A(e),()=>void this.load())}this.host.emit(`chatkit.thread.load.end`,{threadId:t})}}async refresh(){this.assertIdle();let e=await this.readAnew();e!==null&&this.follow(e)}async catchUp(){if(this.busy)return;let{failure:e}=this;if(this.loadFailed){e&&nt(e.error)&&await this.load();return}let t=await this.readAnew().catch(()=>null);t!==null&&(e!==null&&e===this.failure&&this.lost===`late`&&this.dismissFailure(),this.follow(t))}async readAnew(){if(this.threadId===null)return null;let{phase:e,state:t}=this,n=await Or(this.host.client,this.threadId,this.reportUnknown);if(this.phase!==e||this.state!==t)return null;this.unheard=null;let{thread:r,turn:i}=n,{items:a,olderCursor:o}=Mr(t.items,this.olderCursor,n),s=n.incomplete||i.state===null&&t.incomplete;return this.update({olderCursor:o,state:{...t,thread:r,items:a,incomplete:s}}),i}follow(e){e.state!==`running`||this.busy||(e.streamUrl===null?this.awaitEnd():this.runTurn(null,{before:br(this.state),message:null,place:e}))}async awaitEnd(){for(let e of Un)if(await Jn(e),(this.busy?null:await this.readAnew().catch(()=>null))?.state!==`running`)return}async loadOlder(){if(!(this.threadId===null||this.olderCursor===null||this.loadingOlder)){this.update({loadingOlder:!0,olderFailed:!1});try{let e=await jr(this.host.client,this.threadId,this.olderCursor,this.reportUnknown),t=new Set(this.state.items.map(e=>e.id)),n=[...e.items.filter(e=>!t.has(e.id)),...this.state.items];this.update({loadingOlder:!1,olderCursor:e.olderCursor,state:{...this.state,items:n}})}catch(e){this.update({loadingOlder:!1,olderFailed:!0}),this.host.emit(`chatkit.error`,{error:A(e)})}}}async send(e,t){this.assertIdle();let n=this.state.thread?.status?.type??`active`;if(n!==`active`)throw new D(`This thread is ${n}.`);let r=this.state,i=ar(e,`unconfirmed-${Date.now()}`,this.threadId??``),a=ir(e),o=JSON.stringify(a),s=t??(this.unheard?.input===o?this.unheard.key:qn());this.unheard={input:o,key:s},this.state={...br(r),items:[...r.items,i],unconfirmed:i.id},this.focus={messageId:i.id},await this.runTurn(()=>this.threadId===null?{type:`threads.create`,params:{input:a},key:s}:{type:`threads.add_user_message`,params:{thread_id:this.threadId,input:a},key:s},{before:r,message:e,offerAgain:()=>void this.send(e,s).catch(()=>void 0)})}async retry(e){this.assertIdle();let t=this.requireThread(),n=this.state;this.state=xr(br(n),e),this.focus={messageId:e},await this.runTurn(()=>({type:`threads.retry_after_item`,params:{thread_id:t,item_id:e}}),{before:n,message:null,offerAgain:()=>this.retryQuietly(e)})}async sendAction(e,t){this.assertIdle();let n=this.requireThread(),r=this.state;this.state=br(r);let i=()=>void this.sendAction(e,t).catch(()=>void 0);await this.runTurn(()=>({type:`threads.custom_action`,params:{thread_id:n,item_id:t??null,action:e}}),{before:r,message:null,offerAgain:i,again:i})}async answerInput(e,t){this.assertIdle();let n=this.requireThread(),r=this.state;this.state=br(r),this.answering=e,await this.runTurn(()=>({type:`threads.add_structured_input`,params:{thread_id:n,item_id:e,input:t}}),{before:r,message:null,offerAgain:()=>void this.answerInput(e,t).catch(()=>void 0)})}async sendSyncAction(e,t){let{updated_item:n}=await this.host.client.request(`threads.sync_custom_action`,{thread_id:this.requireThread(),item_id:t,action:e});n&&(this.apply({type:`thread.item.replaced`,item:n}),this.host.changed(this))}async sendFeedback(e,t){await this.host.client.request(`items.feedback`,{thread_id:this.requireThread(),item_ids:e,kind:t})}stop(){let{turn:e}=this;e!==null&&(e.abort.abort(),e.place.stopUrl!==null&&this.host.client.stop(e.place.stopUrl).catch(e=>this.fail(A(e),null)))}get tryAgain(){let e=this.state.items.findLast(e=>e.type===`user_message`);return e?()=>this.retryQuietly(e.id):null}setTitle(e){let{thread:t}=this.state;t&&this.update({state:{...this.state,thread:{...t,title:e}}})}dismissFailure(){this.update({failure:null})}dismissNotice(e){let t=this.state.notices.filter(t=>t.key!==e);this.update({state:{...this.state,notices:t}})}requireThread(){if(this.threadId===null)throw new D(`There is no thread yet.`);return this.threadId}runTurn(e,t){let n=t.offerAgain??(()=>void this.catchUp()),r={abort:new AbortController,again:t.again??(()=>(this.tryAgain??n)()),accepted:e===null,message:t.message,place:t.place??{state:null,streamUrl:null,stopUrl:null},taken:{count:0},joined:e===null,release:null};return this.turn=r,this.update({phase:`responding`,failure:null}),r.accepted&&this.host.emit(`chatkit.response.start`),new Promise((i,a)=>{let o=e=>{let o=r.abort.signal.aborted;this.turn=null,r.release?.(),r.accepted||(this.state={...t.before,notices:[],failure:null}),this.returnUnconfirmed(r);let s=r.place.state===`interrupted`;r.accepted&&(o||e!==null||s||this.state.failure?.allowRetry)&&(this.state={...this.state,incomplete:!0}),this.lost=nt(e)?r.accepted?`late`:`early`:null,this.update({phase:`idle`,state:yr(this.state)}),e&&!o&&this.fail(e,r.accepted?r.again:n),e instanceof O&&Nr.has(e.code??``)&&this.refreshQuietly(),r.accepted?this.host.emit(`chatkit.response.end`):e&&!o?a(e):i();let c=this.state.items.at(-1);s&&c?.type===`user_message`&&this.retryQuietly(c.id)};this.turnEnd=this.drive(r,e?.()??null,i).then(()=>o(null),e=>o(A(e)))})}async drive(e,t,n){let r=t??`join`;for(;r!==null;){let t=await this.takeAnswer(e,r===`join`?null:r,n);if(t===null||e.abort.signal.aborted)return;r=await this.answerToolCall(t,e)}}async takeAnswer(e,t,n){let{client:r}=this.host,{signal:i}=e.abort,a=t=>void(e.place=t),o=t=>void(e.taken.count=t),s=t;for(s!==null&&(e.taken.count=0);;){let t=s===null?Kn(r,e.place.streamUrl??``,e.taken,i,a):Gn(r,s,i,this.lost!==null,a,o);try{for await(let r of t){if(i.aborted)return null;for(let t of r)s!==null&&(e.taken.count+=1),this.take(t,e,n);this.host.changed(this)}return i.aborted?null:(this.assertComplete(e),this.pendingToolCall())}catch(t){if(t instanceof Ze)return this.state=yr(this.state),await this.readAnew(),this.pendingToolCall();if(i.aborted||e.place.streamUrl===null||!nt(t))throw t;s=null}}}take(e,t,n){t.release?.(),t.release=null,t.accepted||(t.accepted=!0,this.unheard=null,this.host.emit(`chatkit.response.start`),n()),this.apply(e,t)}pendingToolCall(){let e=this.state.items.at(-1);return e?.type===`client_tool_call`&&e.status===`pending`?e.id:null}assertComplete(e){let{unfinished:t,unconfirmed:n,failure:r}=this.state;if(r!==null)return;let i=this.pendingToolCall()!==null,a=n!==null||t.size>0&&!i;if(e.taken.count===0||a)throw new Xe(`The answer ended before it was complete.`)}async answerToolCall(e,t){let{signal:n}=t.abort,r=this.state.items.find(t=>t.id===e);if(r?.type!==`client_tool_call`||(t.release=await Zn(`${this.threadId} ${e}`,t.joined,n),n.aborted||t.release===null))return null;if(t.joined){let n=await this.readAnew();if(this.pendingToolCall()!==e)return n?.state!==`running`||n.streamUrl===null?null:(t.place=n,t.taken.count=0,`join`);t.joined=!1}let{result:i,error:a}=await Qn(this.host.onClientTool,r);if(a&&this.host.emit(`chatkit.error`,{error:a}),n.aborted)return null;let o={...r,status:`completed`,output:i};return this.apply({type:`thread.item.replaced`,item:o}),{type:`threads.add_client_tool_output`,params:{thread_id:this.requireThread(),result:i}}}apply(e,t){try{this.state=_r(this.state,e,this.reportUnknown),t?.place.stopUrl&&(this.state={...this.state,allowCancel:!0})}catch(e){this.host.emit(`chatkit.error`,{error:A(e)});return}if(e.type===`thread.created`)this.threadId=e.thread.id,this.host.threadCreated(this,e.thread.id);else if(e.type===`client_effect`)this.host.emit(`chatkit.effect`,{name:e.name,data:e.data??{}});else if(e.type===`error`){let n=e.code??`custom`,r=e.allow_retry??!1,i=e.message??`The assistant could not answer.`,a=r&&t?t.again:null;this.fail(new Qe(i,n,r),a)}}fail(e,t){this.update({failure:{error:e,retry:t}}),this.host.emit(`chatkit.error`,{error:e})}returnUnconfirmed(e){let{unconfirmed:t,items:n}=this.state;e.message===null||e.accepted&&t===null||(this.state={...this.state,items:n.filter(e=>e.id!==t),unconfirmed:null},this.host.returnMessage(this,e.message))}retryQuietly(e){this.retry(e).catch(()=>void 0)}refreshQuietly(){this.refresh().catch(()=>void 0)}update(e){Object.assign(this,e),this.host.changed(this)}},Fr=30,Ir=class{constructor(e,t){this.client=e,this.changed=t,this.threads=[],this.loading=!1,this.error=null,this.cursor=null,this.complete=!1,this.reading=0}get hasMore(){return!this.complete}async reload(){await this.read(null)}async loadMore(){this.loading||this.complete||this.error||await this.read(this.cursor)}async rename(e,t){let n=await this.client().request(`threads.update`,{thread_id:e,title:t});return this.threads=this.threads.map(n=>n.id===e?{...n,title:t}:n),this.changed(),n}async remove(e){await this.client().request(`threads.delete`,{thread_id:e}),this.threads=this.threads.filter(t=>t.id!==e),this.changed()}async read(e){let t=++this.reading;this.loading=!0,this.error=null,this.changed();try{let n=await this.client().request(`threads.list`,{limit:Fr,order:`desc`,...e===null?{}:{after:e}});if(t!==this.reading)return;let r=new Set(e===null?[]:this.threads.map(e=>e.id)),i=n.data.filter(e=>!r.has(e.id));this.threads=e===null?i:[...this.threads,...i],this.cursor=n.after??n.data.at(-1)?.id??null,this.complete=!n.has_more||this.cursor===null||this.cursor===e}catch(e){if(t!==this.reading)return;this.error=A(e)}this.loading=!1,this.changed()}},Lr=6e4;function Rr(e){let t=new AbortController,{signal:n}=t,r=document.hidden?Date.now():null;return window.addEventListener(`online`,e,{signal:n}),document.addEventListener(`visibilitychange`,()=>{let t=r===null?0:Date.now()-r;r=document.hidden?Date.now():null,!document.hidden&&t>=Lr&&e()},{signal:n}),()=>t.abort()}var zr=1e4,Br=3e3,Vr=class{constructor(e){this.changed=e,this.text=``,this.saidAt=-1/0,this.remark=null,this.told=new WeakSet}say(e){clearTimeout(this.timer),this.remark=null,this.saidAt=performance.now(),this.text=e===this.text?`${e}\u00a0`:e,this.timer=setTimeout(()=>{this.text=``,this.changed()},zr),this.changed()}tell(e){let t=e.filter(e=>!this.told.has(e)&&e.level!==`danger`);if(t.length!==0){for(let e of t)this.told.add(e);this.say(t.flatMap(({title:e,message:t})=>[e??``,t.replace(Hr,`$1`)]).filter(Boolean).join(`
`))}}mention(e){if(e===this.remark||e===this.text)return;let t=this.saidAt+Br-performance.now();if(t<=0)return this.say(e);clearTimeout(this.timer),this.remark=e,this.timer=setTimeout(()=>this.say(e),t)}},Hr=/[*_`]+|\[([^\]]*)\]\([^)]*\)/g,Ur=`button, svg, style, annotation, [hidden], [aria-hidden='true'], .sr-only`,Wr=`p, li, h1, h2, h3, h4, h5, h6, pre, td, th, blockquote, div`;function Gr(e){let t=document.createTreeWalker(e,NodeFilter.SHOW_ELEMENT|NodeFilter.SHOW_TEXT,e=>e instanceof Element&&e.matches(Ur)?NodeFilter.FILTER_REJECT:NodeFilter.FILTER_ACCEPT),n=``,r=null;for(;t.nextNode();){let{currentNode:e}=t,i=e instanceof HTMLImageElement?e.alt:e.data;if(i===void 0)continue;let a=e.parentElement?.closest(Wr)??null;n+=a===r?i:`\n${i}`,r=a}return n.replace(/[^\S\n]+/g,` `).replace(/\s*\n\s*/g,`
`).trim()}var Kr=100,qr=class{constructor(e,t){this.draw=e,this.grow=t,this.frame=0}now(){this.draw()}soon(){if(this.timer!==void 0)return;let e=()=>{cancelAnimationFrame(this.frame),clearTimeout(this.timer),this.timer=void 0,this.grow()||this.draw()};this.frame=requestAnimationFrame(e),this.timer=setTimeout(e,Kr)}};function Jr(){return new Promise(e=>{requestAnimationFrame(()=>setTimeout(e,0)),setTimeout(e,Kr)})}var K={ATTRIBUTE:1,CHILD:2,PROPERTY:3,BOOLEAN_ATTRIBUTE:4,EVENT:5,ELEMENT:6},Yr=e=>(...t)=>({_$litDirective$:e,values:t}),Xr=class{constructor(e){}get _$AU(){return this._$AM._$AU}_$AT(e,t,n){this._$Ct=e,this._$AM=t,this._$Ci=n}_$AS(e,t){return this.update(e,t)}update(e,t){return this.render(...t)}},{I:Zr}=Le,Qr=e=>e,$r=e=>e===null||typeof e!=`object`&&typeof e!=`function`,ei=e=>e.strings===void 0,ti=()=>document.createComment(``),ni=(e,t,n)=>{let r=e._$AA.parentNode,i=t===void 0?e._$AB:t._$AA;if(n===void 0)n=new Zr(r.insertBefore(ti(),i),r.insertBefore(ti(),i),e,e.options);else{let t=n._$AB.nextSibling,a=n._$AM,o=a!==e;if(o){let t;n._$AQ?.(e),n._$AM=e,n._$AP!==void 0&&(t=e._$AU)!==a._$AU&&n._$AP(t)}if(t!==i||o){let e=n._$AA;for(;e!==t;){let t=Qr(e).nextSibling;Qr(r).insertBefore(e,i),e=t}}}return n},ri=(e,t,n=e)=>(e._$AI(t,n),e),ii={},ai=(e,t=ii)=>e._$AH=t,oi=e=>e._$AH,si=e=>{e._$AR(),e._$AA.remove()},ci=Yr(class extends Xr{constructor(e){if(super(e),e.type!==K.PROPERTY&&e.type!==K.ATTRIBUTE&&e.type!==K.BOOLEAN_ATTRIBUTE)throw Error("The `live` directive is not allowed on child or event bindings");if(!ei(e))throw Error("`live` bindings can only contain a single expression")}render(e){return e}update(e,[t]){if(t===C||t===w)return t;let n=e.element,r=e.name;if(e.type===K.PROPERTY){if(t===n[r])return C}else if(e.type===K.BOOLEAN_ATTRIBUTE){if(!!t===n.hasAttribute(r))return C}else if(e.type===K.ATTRIBUTE&&n.getAttribute(r)===t+``)return C;return ai(e),t}}),li=(e,t)=>{let n=e._$AN;if(n===void 0)return!1;for(let e of n)e._$AO?.(t,!1),li(e,t);return!0},ui=e=>{let t,n;do{if((t=e._$AM)===void 0)break;n=t._$AN,n.delete(e),e=t}while(n?.size===0)},di=e=>{for(let t;t=e._$AM;e=t){let n=t._$AN;if(n===void 0)t._$AN=n=new Set;else if(n.has(e))break;n.add(e),mi(t)}};function fi(e){this._$AN===void 0?this._$AM=e:(ui(this),this._$AM=e,di(this))}function pi(e,t=!1,n=0){let r=this._$AH,i=this._$AN;if(i!==void 0&&i.size!==0){if(t){if(Array.isArray(r))for(let e=n;e<r.length;e++)li(r[e],!1),ui(r[e]);else r!=null&&(li(r,!1),ui(r))}else li(this,e)}}var mi=e=>{e.type==K.CHILD&&(e._$AP??=pi,e._$AQ??=fi)},hi=class extends Xr{constructor(){super(...arguments),this._$AN=void 0}_$AT(e,t,n){super._$AT(e,t,n),di(this),this.isConnected=e._$AU}_$AO(e,t=!0){e!==this.isConnected&&(this.isConnected=e,e?this.reconnected?.():this.disconnected?.()),t&&(li(this,e),ui(this))}setValue(e){if(ei(this._$Ct))this._$Ct._$AI(e,this);else{let t=[...this._$Ct._$AH];t[this._$Ci]=e,this._$Ct._$AI(t,this,0)}}disconnected(){}reconnected(){}},gi=class{constructor(e){this.G=e}disconnect(){this.G=void 0}reconnect(e){this.G=e}deref(){return this.G}},_i=class{constructor(){this.Y=void 0,this.Z=void 0}get(){return this.Y}pause(){this.Y??=new Promise(e=>this.Z=e)}resume(){this.Z?.(),this.Y=this.Z=void 0}},vi=e=>!$r(e)&&typeof e.then==`function`,yi=1073741823,bi=Yr(class extends hi{constructor(){super(...arguments),this._$Cwt=yi,this._$Cbt=[],this._$CK=new gi(this),this._$CX=new _i}render(...e){return e.find(e=>!vi(e))??C}update(e,t){let n=this._$Cbt,r=n.length;this._$Cbt=t;let i=this._$CK,a=this._$CX;this.isConnected||this.disconnected();for(let e=0;e<t.length&&!(e>this._$Cwt);e++){let o=t[e];if(!vi(o))return this._$Cwt=e,o;e<r&&o===n[e]||(this._$Cwt=yi,r=0,Promise.resolve(o).then(async e=>{for(;a.get();)await a.get();let t=i.deref();if(t!==void 0){let n=t._$Cbt.indexOf(o);n>-1&&n<t._$Cwt&&(t._$Cwt=n,t.setValue(e))}}))}return C}disconnected(){this._$CK.disconnect(),this._$CX.pause()}reconnected(){this._$CK.reconnect(this),this._$CX.resume()}}),xi={"arrow-down":`M12 5v14M19 12l-7 7-7-7`,"arrow-left":`M12 19l-7-7 7-7M19 12H5`,attach:`M16 6l-8.414 8.586a2 2 0 0 0 2.829 2.829l8.414-8.586a4 4 0 1 0-5.657-5.657l-8.379 8.551a6 6 0 1 0 8.485 8.485l8.379-8.551`,bolt:`M15.914 4a1.5 1.5 0 00-2.474-1.561l-9 9A1.5 1.5 0 005.5 14h4.002a.5.5 0 01.471.666L8.086 20a1.5 1.5 0 002.475 1.56l9-9A1.5 1.5 0 0018.5 10h-3.997a.5.5 0 01-.472-.667z`,calendar:`M8 2v3M16 2v3M5 3h14a2 2 0 0 1 2 2v14a2 2 0 0 1 -2 2h-14a2 2 0 0 1 -2 -2v-14a2 2 0 0 1 2 -2zM3 9h18`,chat:`M2.992 16.342a2 2 0 0 1 .094 1.167l-1.065 3.29a1 1 0 0 0 1.236 1.168l3.413-.998a2 2 0 0 1 1.099.092 10 10 0 1 0-4.777-4.719`,check:`M20 6 9 17l-5-5`,"check-circle":`M2 12a10 10 0 1 0 20 0a10 10 0 1 0 -20 0zM16 9l-5.5 5.5L8 12`,"check-circle-filled":`!M12 2a10 10 0 1 1 0 20a10 10 0 0 1 0-20zm4.8 6.8a1 1 0 0 0-1.4 0L11 13.2l-1.9-1.9a1 1 0 0 0-1.4 1.4l2.6 2.6a1 1 0 0 0 1.4 0l5.1-5.1a1 1 0 0 0 0-1.4z`,"chevron-down":`M6 9l6 6 6-6`,"chevron-left":`M15 18l-6-6 6-6`,"chevron-right":`M9 18l6-6-6-6`,"chevron-up":`M18 15l-6-6-6 6`,close:`M18 6 6 18M6 6l12 12`,compose:`M12 3H5a2 2 0 0 0-2 2v14a2 2 0 0 0 2 2h14a2 2 0 0 0 2-2v-7M18.375 2.625a1 1 0 0 1 3 3l-9.013 9.014a2 2 0 0 1-.853.505l-2.873.84a.5.5 0 0 1-.62-.62l.84-2.873a2 2 0 0 1 .506-.852z`,copy:`M10 8h10a2 2 0 0 1 2 2v10a2 2 0 0 1 -2 2h-10a2 2 0 0 1 -2 -2v-10a2 2 0 0 1 2 -2zM4 16c-1.1 0-2-.9-2-2V4c0-1.1.9-2 2-2h10c1.1 0 2 .9 2 2`,"dark-mode":`M20.985 12.486a9 9 0 1 1-9.473-9.472c.405-.022.617.46.402.803a6 6 0 0 0 8.268 8.268c.344-.215.825-.004.803.401`,document:`M6 22a2 2 0 0 1-2-2V4a2 2 0 0 1 2-2h8a2.4 2.4 0 0 1 1.704.706l3.588 3.588A2.4 2.4 0 0 1 20 8v12a2 2 0 0 1-2 2zM14 2v5a1 1 0 0 0 1 1h5M10 9H8M16 13H8M16 17H8`,dot:`!M12 9a3 3 0 1 1 0 6a3 3 0 0 1 0-6z`,"dots-horizontal":`M11 12a1 1 0 1 0 2 0a1 1 0 1 0 -2 0zM18 12a1 1 0 1 0 2 0a1 1 0 1 0 -2 0zM4 12a1 1 0 1 0 2 0a1 1 0 1 0 -2 0z`,edit:`M21.174 6.812a1 1 0 0 0-3.986-3.987L3.842 16.174a2 2 0 0 0-.5.83l-1.321 4.352a.5.5 0 0 0 .623.622l4.353-1.32a2 2 0 0 0 .83-.497zM15 5l4 4`,"empty-circle":`M2 12a10 10 0 1 0 20 0a10 10 0 1 0 -20 0z`,error:`M2 12a10 10 0 1 0 20 0a10 10 0 1 0 -20 0zM12 8L12 12M12 16L12.01 16`,"external-link":`M15 3h6v6M10 14 21 3M18 13v6a2 2 0 0 1-2 2H5a2 2 0 0 1-2-2V8a2 2 0 0 1 2-2h6`,globe:`M2 12a10 10 0 1 0 20 0a10 10 0 1 0 -20 0zM12 2a14.5 14.5 0 0 0 0 20 14.5 14.5 0 0 0 0-20M2 12h20`,history:`M3 12a9 9 0 1 0 9-9 9.75 9.75 0 0 0-6.74 2.74L3 8M3 3v5h5M12 7v5l4 2`,image:`M5 3h14a2 2 0 0 1 2 2v14a2 2 0 0 1 -2 2h-14a2 2 0 0 1 -2 -2v-14a2 2 0 0 1 2 -2zM7 9a2 2 0 1 0 4 0a2 2 0 1 0 -4 0zM21 15l-3.086-3.086a2 2 0 0 0-2.828 0L6 21`,info:`M2 12a10 10 0 1 0 20 0a10 10 0 1 0 -20 0zM12 16v-4M12 8h.01`,"light-mode":`M8 12a4 4 0 1 0 8 0a4 4 0 1 0 -8 0zM12 2v2M12 20v2M4.93 4.93l1.41 1.41M17.66 17.66l1.41 1.41M2 12h2M20 12h2M6.34 17.66l-1.41 1.41M19.07 4.93l-1.41 1.41`,lightbulb:`M15 14c.2-1 .7-1.7 1.5-2.5 1-.9 1.5-2.2 1.5-3.5A6 6 0 0 0 6 8c0 1 .2 2.2 1.5 3.5.7.7 1.3 1.5 1.5 2.5M9 18h6M10 22h4`,loader:`M21 12a9 9 0 1 1-6.219-8.56`,lock:`M5 11h14a2 2 0 0 1 2 2v7a2 2 0 0 1 -2 2h-14a2 2 0 0 1 -2 -2v-7a2 2 0 0 1 2 -2zM7 11V7a5 5 0 0 1 10 0v4`,login:`M10 17l5-5-5-5M15 12H3M15 3h4a2 2 0 0 1 2 2v14a2 2 0 0 1-2 2h-4`,microphone:`M12 19v3M19 10v2a7 7 0 0 1-14 0v-2M12 2h0a3 3 0 0 1 3 3v7a3 3 0 0 1 -3 3h-0a3 3 0 0 1 -3 -3v-7a3 3 0 0 1 3 -3z`,plus:`M5 12h14M12 5v14`,quote:`M17 5H3M21 12H8M21 19H8M3 12v7`,reply:`M20 18v-2a4 4 0 0 0-4-4H4M9 17l-5-5 5-5`,retry:`M21 12a9 9 0 1 1-9-9c2.52 0 4.93 1 6.74 2.74L21 8M21 3v5h-5`,search:`M21 21l-4.34-4.34M3 11a8 8 0 1 0 16 0a8 8 0 1 0 -16 0z`,send:`M5 12l7-7 7 7M12 19V5`,sparkle:`M11.017 2.814a1 1 0 0 1 1.966 0l1.051 5.558a2 2 0 0 0 1.594 1.594l5.558 1.051a1 1 0 0 1 0 1.966l-5.558 1.051a2 2 0 0 0-1.594 1.594l-1.051 5.558a1 1 0 0 1-1.966 0l-1.051-5.558a2 2 0 0 0-1.594-1.594l-5.558-1.051a1 1 0 0 1 0-1.966l5.558-1.051a2 2 0 0 0 1.594-1.594z`,"square-code":`M10 9l-3 3 3 3M14 15l3-3-3-3M5 3h14a2 2 0 0 1 2 2v14a2 2 0 0 1 -2 2h-14a2 2 0 0 1 -2 -2v-14a2 2 0 0 1 2 -2z`,stop:`!M8 6h8a2 2 0 0 1 2 2v8a2 2 0 0 1-2 2H8a2 2 0 0 1-2-2V8a2 2 0 0 1 2-2z`,"thumbs-down":`M9 18.12 10 14H4.17a2 2 0 0 1-1.92-2.56l2.33-8A2 2 0 0 1 6.5 2H20a2 2 0 0 1 2 2v8a2 2 0 0 1-2 2h-2.76a2 2 0 0 0-1.79 1.11L12 22a3.13 3.13 0 0 1-3-3.88ZM17 14V2`,"thumbs-down-filled":`+M9 18.12 10 14H4.17a2 2 0 0 1-1.92-2.56l2.33-8A2 2 0 0 1 6.5 2H20a2 2 0 0 1 2 2v8a2 2 0 0 1-2 2h-2.76a2 2 0 0 0-1.79 1.11L12 22a3.13 3.13 0 0 1-3-3.88ZM17 14V2`,"thumbs-up":`M15 5.88 14 10h5.83a2 2 0 0 1 1.92 2.56l-2.33 8A2 2 0 0 1 17.5 22H4a2 2 0 0 1-2-2v-8a2 2 0 0 1 2-2h2.76a2 2 0 0 0 1.79-1.11L12 2a3.13 3.13 0 0 1 3 3.88ZM7 10v12`,"thumbs-up-filled":`+M15 5.88 14 10h5.83a2 2 0 0 1 1.92 2.56l-2.33 8A2 2 0 0 1 17.5 22H4a2 2 0 0 1-2-2v-8a2 2 0 0 1 2-2h2.76a2 2 0 0 0 1.79-1.11L12 2a3.13 3.13 0 0 1 3 3.88ZM7 10v12`,tool:`M14.7 6.3a1 1 0 0 0 0 1.4l1.6 1.6a1 1 0 0 0 1.4 0l3.106-3.105c.32-.322.863-.22.983.218a6 6 0 0 1-8.259 7.057l-7.91 7.91a1 1 0 0 1-2.999-3l7.91-7.91a6 6 0 0 1 7.057-8.259c.438.12.54.662.219.984z`,trash:`M10 11v6M14 11v6M19 6v14a2 2 0 0 1-2 2H7a2 2 0 0 1-2-2V6M3 6h18M8 6V4a2 2 0 0 1 2-2h4a2 2 0 0 1 2 2v2`,user:`M7 8a5 5 0 1 0 10 0a5 5 0 1 0 -10 0zM20 21a8 8 0 0 0-16 0`,warning:`M21.73 18l-8-14a2 2 0 0 0-3.48 0l-8 14A2 2 0 0 0 4 21h16a2 2 0 0 0 1.73-3M12 9v4M12 17h.01`},Si=new Map,Ci=e=>`icons/lucide-${[...e].reduce((e,t)=>e+t.charCodeAt(0),0)%8}`;function wi(e){let t=Si.get(Ci(e));if(!t)return;let n=Object.hasOwn(t,e)?t[e]??``:``;return n.startsWith(`=`)?wi(n.slice(1)):n}async function Ti(e){let t=Ci(e),{paths:n}=await z(t);Si.set(t,n);let r=Object.hasOwn(n,e)?n[e]:void 0;r?.startsWith(`=`)&&await Ti(r.slice(1))}var Ei=xi.dot??``,Di=/(^|-)(left|right|reply|login|log-(in|out)|external|quote|back|undo|redo)(-|$)/,Oi=`lucide:`,ki,Ai=(e,t)=>e&&Object.hasOwn(e,t)?e[t]:void 0;function ji(e){return e.startsWith(Oi)?wi(e.slice(7)):Ai(xi,e)??Ai(ki,e)??(ki&&``)}async function Mi(e){try{e.startsWith(Oi)?await Ti(e.slice(7)):ki??=(await z(`icons`)).paths}catch{}return ji(e)??``}function Ni(e){let t=e||Ei,n=/^[!+]/.test(t);return Ce`<path
    fill=${n?`currentColor`:`none`}
    fill-rule="evenodd"
    stroke=${t.startsWith(`!`)?`none`:`currentColor`}
    stroke-width="1.75"
    stroke-linecap="round"
    stroke-linejoin="round"
    d=${n?t.slice(1):t}
  />`}function q(e){let t=String(e),n=ji(t);return Ce`<svg
    class="ck-icon${Di.test(t)?` ck-icon-directional`:``}"
    xmlns="http://www.w3.org/2000/svg"
    viewBox="0 0 24 24"
    aria-hidden="true"
    focusable="false"
  >${n===void 0?bi(Mi(t).then(Ni)):Ni(n)}</svg>`}var Pi=`
.ck-icon { display: inline-block; flex: none; width: 1.25em; height: 1.25em; vertical-align: middle; }
:host([dir="rtl"]) .ck-icon-directional, [dir="rtl"] .ck-icon-directional { transform: scaleX(-1); }
`,Fi={text:``,tags:[],quote:``};function Ii(e){return`@${e.text}`}function Li({tag:e,start:t}){return t+e.text.length+1}function Ri(e){let t=[],n=``;for(let r of e)if(r.type===`input_tag`){let e={...r,text:r.text.replace(/[\r\n]+/g,` `)};t.push({tag:e,start:n.length}),n+=Ii(e)}else n+=r.text;return{text:n,tags:t}}function zi({text:e,tags:t}){let n=[],r=e.length-e.trimStart().length,i=Math.max(r,e.trimEnd().length),a=t=>{t>r&&n.push({type:`input_text`,text:e.slice(r,t)})};for(let e of t)a(e.start),n.push(e.tag),r=Li(e);return a(i),n}function Bi(e,t,n){let r=Math.min(e.length,t.length),i=0,a=Math.min(r,t.length-n);for(;i<a&&e[e.length-1-i]===t[t.length-1-i];)i+=1;let o=0;for(;o<r-i&&e[o]===t[o];)o+=1;return{before:o,after:i,shift:t.length-e.length}}function Vi(e,t,n){let{before:r,after:i,shift:a}=Bi(e.text,t,n);return e.tags.flatMap(t=>Li(t)<=r?t:t.start<e.text.length-i?[]:{...t,start:t.start+a})}function Hi(e,t,n){let r=e.text.length+t.length,i=n.tags.map(e=>({...e,start:e.start+r}));return{text:e.text+t+n.text,tags:[...e.tags,...i]}}function Ui(e,t,n){return S`<div class="composer-quote">
    ${q(`reply`)}
    <span class="sr-only">${t(`composer.quoting`)}</span>
    <span class="composer-quote-text"><bdi>${e}</bdi></span>
    ${Gi(t(`composer.removeQuote`),n)}
  </div>`}function Wi(e,t,n){return S`<div class="composer-problem" role="alert">
    <div>${e.map(e=>S`<p>${e}</p>`)}</div>
    ${Gi(t(`action.dismiss`),n)}
  </div>`}function Gi(e,t){return S`<button
    type="button"
    class="icon-button tiny"
    aria-label=${e}
    title=${e}
    @click=${t}
  >
    ${q(`close`)}
  </button>`}var Ki=864e5,qi=20,Ji=5e5,Yi=300,Xi=class{constructor(e){this.key=e,this.drafts=new Map,this.changed=new Set;for(let[e,t]of Object.entries(this.read()))this.drafts.set(e,t)}get(e){return this.drafts.get(e??``)??null}set(e,t){let n=e??``;Qi(t)?this.drafts.delete(n):this.drafts.set(n,t),this.changed.add(n),clearTimeout(this.timer),this.timer=setTimeout(()=>this.store(),Yi)}move(e,t){let n=this.get(e);n&&(this.set(e,Zi),this.set(t,n))}store(){if(clearTimeout(this.timer),this.key===null||this.changed.size===0)return;let e=this.read();for(let t of this.changed){let n=this.drafts.get(t);n?e[t]={...n,at:Date.now()}:delete e[t]}this.changed.clear();try{let t=this.fitting(e);t===`{}`?sessionStorage.removeItem(this.key):sessionStorage.setItem(this.key,t)}catch{}}fitting(e){let t=Object.entries(e).sort(([,e],[,t])=>t.at-e.at);for(;;){let e=JSON.stringify(Object.fromEntries(t));if(t.length<=qi&&e.length<=Ji)return e;t.pop()}}read(){if(this.key===null)return{};try{let e=Object.entries(JSON.parse(sessionStorage.getItem(this.key)??`{}`));return Object.fromEntries(e.filter(([,e])=>$i(e)))}catch{return{}}}},Zi={text:``,tags:[],quote:``,attachments:[],toolId:null,modelId:null};function Qi({text:e,quote:t,attachments:n,toolId:r,modelId:i}){return e+t===``&&n.length===0&&(r??i)===null}function $i(e){let{text:t,tags:n,attachments:r,at:i}=e;return Date.now()-i<Ki&&Array.isArray(r)&&n.every(({tag:e,start:n})=>t.startsWith(Ii(e),n))}var ea=`

`,ta=class{constructor(e){this.desk=e,this.memory=new Xi(null),this.key=null,this.shown=null,this.sending=!1,this.carries=!1,this.last=[],this.returned=null,this.store=()=>this.memory.store()}connect(){document.addEventListener(`visibilitychange`,this.store),addEventListener(`pagehide`,this.store)}disconnect(){document.removeEventListener(`visibilitychange`,this.store),removeEventListener(`pagehide`,this.store),this.store()}use(e){e!==this.key&&(this.memory.store(),this.key=e,this.memory=new Xi(e),this.shown=null)}carry(){this.carries=!0}turnTo(e){let{shown:t,desk:n}=this,{threadId:r}=e;if(t?.conversation===e){t.threadId!==r&&this.memory.move(t.threadId,r),t.threadId=r,e.state.unconfirmed===null&&(this.sending=!1);return}this.shown={conversation:e,threadId:r};let{draft:i}=n;if(t===null&&i.text+i.quote!==``)return;let{carries:a}=this;if(this.carries=!1,t!==null){if(this.sending=!1,this.memory.set(t.threadId,this.current()),a&&!this.memory.get(r)){this.memory.move(t.threadId,r);return}n.uploads.turn(t.threadId,r)}this.returned=null;let o=this.memory.get(r);n.draft={...Fi,...o},o&&n.uploads.list.length===0&&n.uploads.replace(o.attachments),(o||t)&&n.choose(o?.toolId??null,o?.modelId??n.modelId),this.last=this.marks()}keep(){let{shown:e}=this,t=this.marks();!e||this.sending||t.every((e,t)=>e===this.last[t])||(this.last=t,this.memory.set(e.threadId,this.current()))}send(){this.sending=!0,this.returned=null}restore(e,t){let{desk:n}=this,{inferenceOptions:r,quotedText:i}=t,a=r.tool_choice?.id??null,o=r.model??null,s=Ri(t.content);if(this.sending=!1,this.shown?.conversation!==e){let n=this.memory.get(e.threadId);this.memory.set(e.threadId,{...n?.text?Hi(s,ea,n):s,quote:i||(n?.quote??``),attachments:[...t.attachments,...n?.attachments??[]],toolId:a??n?.toolId??null,modelId:o??n?.modelId??null});return}let c=n.draft,l=c.text.trim()===``?s:Hi(s,ea,c);n.draft={...l,quote:i||c.quote};let u=t.attachments.map(e=>n.uploads.add(e.name,e.mime_type,{attachment:e}).key);a!==null&&n.choose(a,n.modelId),this.returned={text:l.text,files:u,rest:c}}takeReturned(){let{desk:e,returned:t}=this;if(this.returned=null,t?.text.trim()===e.draft.text.trim()){e.draft=t.rest;for(let n of t.files)e.uploads.drop(n);this.send()}}current(){let{draft:e,toolId:t,modelId:n,uploads:r}=this.desk,{text:i,tags:a,quote:o}=e;return{text:i,tags:a,quote:o,attachments:r.attachments.map(e=>({...e,upload_descriptor:null})),toolId:t,modelId:n}}marks(){let{draft:e,toolId:t,modelId:n,uploads:r}=this.desk;return[e,t,n,r.list]}},J=class extends Ve{createRenderRoot(){return this}};function Y(e,t){customElements.get(e)||customElements.define(e,t)}var na=`
:host {
  display: block;
  box-sizing: border-box;
  width: 100%;
  height: 100%;
  max-height: 100dvh;
  min-width: 0;
  overflow: clip;
  font-family: var(--ck-font);
  font-size: var(--ck-text-md);
  line-height: var(--ck-leading);
  color: var(--ck-text);
  background: var(--ck-surface);
  -webkit-text-size-adjust: 100%;
  text-align: start;
}
:host([hidden]) { display: none; }
*, *::before, *::after { box-sizing: border-box; }
[hidden] { display: none !important; }
::selection { background: var(--ck-selection); }
:where(:is(h2, h3, p, ul, blockquote, figure):not(.ck-md *, .ck-w *)) { margin: 0; padding: 0; font: inherit; }
:where(ul:not(.ck-md *, .ck-w *)) { list-style: none; }
button, input, textarea, select {
  font: inherit;
  color: inherit;
  letter-spacing: inherit;
}
button { cursor: pointer; background: none; border: 0; padding: 0; -webkit-tap-highlight-color: transparent; }
button:disabled { cursor: default; }
:focus { outline: none; }
:focus-visible { outline: 2px solid var(--ck-focus); outline-offset: 2px; }
.sr-only {
  position: absolute !important;
  width: 1px;
  height: 1px;
  margin: -1px;
  overflow: hidden;
  clip-path: inset(50%);
  white-space: nowrap;
}
.truncate { min-width: 0; overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
.icon-button {
  display: inline-grid;
  place-items: center;
  flex: none;
  width: var(--ck-control-md);
  height: var(--ck-control-md);
  border-radius: var(--ck-radius-control);
  color: var(--ck-text-secondary);
  cursor: pointer;
  transition: background var(--ck-motion-fast) var(--ck-ease), color var(--ck-motion-fast) var(--ck-ease);
}
.icon-button.small { width: var(--ck-control-sm); height: var(--ck-control-sm); font-size: var(--ck-text-sm); }
.icon-button.tiny { width: 24px; height: 24px; font-size: var(--ck-text-xs); }
.icon-button:hover { background: var(--ck-surface-hover); color: var(--ck-text); }
.icon-button:active { background: var(--ck-surface-pressed); }
.button {
  display: inline-flex;
  align-items: center;
  justify-content: center;
  gap: var(--ck-space-2);
  min-height: var(--ck-control-md);
  padding: 0 var(--ck-space-4);
  border: 1px solid var(--ck-border);
  border-radius: var(--ck-radius-control);
  background: var(--ck-surface-raised);
  font-size: var(--ck-text-sm);
  font-weight: 500;
  white-space: nowrap;
  transition: background var(--ck-motion-fast) var(--ck-ease), border-color var(--ck-motion-fast) var(--ck-ease);
}
.button:hover:not(:disabled) { border-color: var(--ck-border-strong); }
.button:disabled { color: var(--ck-text-disabled); }
.button.small { min-height: var(--ck-control-sm); padding: 0 var(--ck-space-3); }
.button.primary { background: var(--ck-accent); border-color: transparent; color: var(--ck-on-accent); }
.button.primary:hover:not(:disabled) { background: var(--ck-accent-hover); border-color: transparent; }
.button.primary:disabled { background: var(--ck-surface-pressed); color: var(--ck-text-disabled); }
.button.danger { background: var(--ck-danger); border-color: transparent; color: var(--ck-on-danger); }
.spinner {
  display: inline-block;
  flex: none;
  width: 1em;
  height: 1em;
  border: 2px solid var(--ck-border-strong);
  border-top-color: transparent;
  border-radius: 50%;
  animation: ck-spin 800ms linear infinite;
}
@keyframes ck-spin { to { transform: rotate(1turn); } }
@keyframes ck-fade { from { opacity: 0; } }
@keyframes ck-rise { from { opacity: 0; transform: translateY(6px); } }
@keyframes ck-pulse { 50% { opacity: 0.35; transform: scale(0.82); } }
@keyframes ck-shimmer { from { background-position: 100% 0; } to { background-position: -100% 0; } }
.shimmer {
  color: transparent;
  background: linear-gradient(90deg, var(--ck-text-tertiary) 40%, var(--ck-text) 50%, var(--ck-text-tertiary) 60%) 0 0 / 200% 100%;
  background-clip: text;
  -webkit-background-clip: text;
  animation: ck-shimmer 2s linear infinite;
}
@media (prefers-reduced-motion: reduce) {
  *, *::before, *::after { animation-duration: 1ms !important; animation-iteration-count: 1 !important; transition: none !important; }
  .shimmer { color: var(--ck-text-secondary); background: none; }
}
@media (forced-colors: active) {
  .shimmer { color: CanvasText; background: none; }
  .icon-button, .button, .prompt, .chip, .send-button { border: 1px solid ButtonBorder; }
  :is(.icon-button, .button, .send-button):disabled { border-color: GrayText; }
  :is(.button.primary, .send-button):not(:disabled) { forced-color-adjust: none; background: ButtonText !important; border-color: ButtonText; color: ButtonFace !important; }
  :is([aria-pressed="true"], [aria-checked="true"], [aria-selected="true"], .history-row[data-current]) { forced-color-adjust: none; background: Highlight !important; color: HighlightText !important; }
  .spinner { border-top-color: Canvas; }
  .skeleton { border: 1px solid GrayText; }
  .working-dot { forced-color-adjust: none; background: CanvasText !important; }
  .ck-icon { forced-color-adjust: auto; }
}
`,ra=`
chatkit-composer { display: block; }
.composer {
  position: relative;
  display: grid;
  grid-template-columns: minmax(0, 1fr); /* as wide as its place, however long a quote is */
  border: 1px solid var(--ck-border);
  border-radius: var(--ck-radius-composer);
  background: var(--ck-surface-raised);
  box-shadow: var(--ck-shadow-md);
  transition: border-color var(--ck-motion-fast) var(--ck-ease);
}
.composer:hover { border-color: var(--ck-border-strong); }
.composer:focus-within { border-color: var(--ck-border-control); }
.composer[data-disabled] { background: var(--ck-surface-sunken); box-shadow: none; }
.composer-row { display: grid; grid-template: "start field end" / auto minmax(0, 1fr) auto; align-items: end; padding: 8px; }
.composer[data-tall] .composer-row { grid-template: "field field" "start end" / minmax(0, 1fr) auto; row-gap: 4px; }
.composer-field { grid-area: field; position: relative; min-width: 0; }
.composer-start { grid-area: start; display: flex; align-items: center; gap: 2px; min-width: 0; }
chatkit-composer-menu, chatkit-mention { display: flex; align-items: center; gap: 2px; min-width: 40px; min-height: 40px; }
chatkit-suggestions { display: contents; }
.composer-button { width: 40px; height: 40px; border-radius: var(--ck-radius-full); }
.composer-button:disabled { color: var(--ck-text-disabled); background: none; }
.composer-end { grid-area: end; display: flex; align-items: center; gap: 4px; min-width: 0; }
.composer textarea, chatkit-tags {
  display: block;
  width: 100%;
  margin: 0;
  padding: calc((40px - 1.5em) / 2) 12px;
  border: 0;
  background: none;
  font: inherit;
  font-size: max(16px, var(--ck-text-md));
  line-height: 1.5;
  white-space: pre-wrap;
  overflow-wrap: break-word;
}
.composer textarea { position: relative; min-height: 40px; resize: none; overflow: hidden; }
.composer textarea.scrolls { overflow-y: auto; scrollbar-width: thin; }
.composer textarea:focus-visible { outline: none; }
.composer textarea::placeholder { color: var(--ck-text-tertiary); opacity: 1; unicode-bidi: plaintext; }
.composer textarea:disabled { cursor: not-allowed; }
.composer chatkit-tags { position: absolute; inset-block: 0; inset-inline-start: 0; overflow: hidden; color: transparent; }
.send-button {
  display: grid;
  place-items: center;
  flex: none;
  width: 40px;
  height: 40px;
  border-radius: var(--ck-radius-full);
  background: var(--ck-accent);
  color: var(--ck-on-accent);
  transition: background var(--ck-motion-fast) var(--ck-ease), color var(--ck-motion-fast) var(--ck-ease);
}
.send-button:hover:not(:disabled) { background: var(--ck-accent-hover); }
.send-button:disabled { background: var(--ck-surface-pressed); color: var(--ck-text-disabled); }
.composer-quote { display: flex; align-items: center; gap: var(--ck-space-2); padding: 10px 12px 0; color: var(--ck-text-secondary); font-size: var(--ck-text-sm); }
.composer-quote-text { flex: 1; min-width: 0; overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
.composer-problem { display: flex; align-items: flex-start; gap: var(--ck-space-2); padding: 10px 12px 0 16px; padding-inline: 16px 10px; font-size: var(--ck-text-sm); color: var(--ck-danger-text); overflow-wrap: anywhere; }
.composer-problem > div { flex: 1; min-width: 0; }
.closed-banner { display: flex; align-items: center; justify-content: center; gap: var(--ck-space-2); padding: var(--ck-space-3) var(--ck-space-4); border-radius: var(--ck-radius-md); background: var(--ck-surface-muted); color: var(--ck-text-secondary); font-size: var(--ck-text-sm); text-align: center; }
`,ia=`
.root { position: relative; height: 100%; container: chat / inline-size; }
.main { display: flex; flex-direction: column; height: 100%; min-height: 0; }
.invalid { padding: var(--ck-space-4, 16px); white-space: pre-wrap; overflow-wrap: anywhere; font: 14px/1.5 ui-monospace, monospace; }
.header {
  display: flex;
  align-items: center;
  gap: var(--ck-space-1);
  flex: none;
  min-height: calc(var(--ck-control-md) + 2 * var(--ck-space-2));
  padding: var(--ck-space-2) var(--ck-space-3);
}
.header-title { flex: 1; min-width: 0; padding-inline: var(--ck-space-2); font-weight: 600; font-size: var(--ck-text-md); line-height: var(--ck-leading-tight); }
[dir="rtl"] .header-title h2 { text-align: right; } /* a title's own direction moves it not */
.header-title h2 { font-weight: 600; line-height: 1.4; animation: ck-fade var(--ck-motion-medium) var(--ck-ease); }
.body { position: relative; flex: 1; min-height: 0; display: flex; flex-direction: column; }
.body > chatkit-thread { display: contents; }
.dock {
  flex: none;
  width: 100%;
  max-width: calc(var(--ck-measure) + 2 * var(--ck-space-4));
  margin-inline: auto;
  padding: 0 var(--ck-space-4) var(--ck-space-4);
  padding-bottom: max(var(--ck-space-4), env(safe-area-inset-bottom));
}
.disclaimer {
  display: block;
  margin-block: var(--ck-space-2) calc(-1 * var(--ck-space-1));
  font-size: var(--ck-text-xs);
  line-height: 1.4;
  text-align: center;
  text-wrap: balance;
  color: var(--ck-text-tertiary);
}
/* Unread Markdown would jump when its renderer comes; what never comes is shown as it is. */
.disclaimer:not([data-plain]) .plain-text { visibility: hidden; }
.disclaimer[data-high-contrast] { color: var(--ck-text); }
.disclaimer .ck-md { font-size: inherit; color: inherit; }
.start {
  position: relative;
  flex: 1;
  min-height: 0;
  overflow-y: auto;
  display: flex;
  flex-direction: column;
  width: 100%;
  max-width: calc(var(--ck-measure) + 2 * var(--ck-space-4));
  margin-inline: auto;
  padding: var(--ck-space-6) var(--ck-space-4) var(--ck-space-5);
  animation: ck-fade var(--ck-motion-slow) var(--ck-ease);
}
.start::before, .start::after { content: ""; flex: 1 1 0; }
.greeting {
  padding-inline: var(--ck-space-3);
  font-size: var(--ck-text-2xl);
  font-weight: 600;
  line-height: var(--ck-leading-tight);
  letter-spacing: -0.015em;
  text-wrap: balance;
  overflow-wrap: anywhere;
}
.prompts { display: grid; gap: 3px; margin-top: var(--ck-space-5); }
.prompt {
  display: flex;
  align-items: center;
  gap: var(--ck-space-3);
  width: 100%;
  min-height: var(--ck-control-lg);
  padding: var(--ck-space-2) var(--ck-space-3);
  border-radius: var(--ck-radius-md);
  text-align: start;
  color: var(--ck-text);
  overflow-wrap: anywhere;
  transition: background var(--ck-motion-fast) var(--ck-ease);
}
.prompt:hover { background: var(--ck-surface-hover); }
.prompt:active { background: var(--ck-surface-pressed); }
.prompt-icon { display: grid; color: var(--ck-text-secondary); }
@container chat (min-width: 640px) {
  .start::after { flex-grow: 1.35; }
  .greeting { text-align: center; font-size: var(--ck-text-3xl); }
  .prompts { display: flex; flex-wrap: wrap; justify-content: center; gap: var(--ck-space-2); margin-top: var(--ck-space-6); }
  .prompt { width: auto; padding-inline: var(--ck-space-4); border: 1px solid var(--ck-border); border-radius: var(--ck-radius-control); font-size: var(--ck-text-sm); min-height: var(--ck-control-md); }
  .prompt:hover { border-color: var(--ck-border-strong); }
}
@container chat (max-width: 639.98px) {
  .start::after { display: none; }
}
.body-failure { flex: 0 1 auto; min-height: 0; overflow-y: auto; width: 100%; max-width: calc(var(--ck-measure) + 2 * var(--ck-space-4)); margin: auto auto 0; padding: 0 var(--ck-space-4) var(--ck-space-3); }
.load-failure { display: flex; flex-direction: column; align-items: center; gap: var(--ck-space-4); flex: 1; min-height: 0; overflow-y: auto; padding: var(--ck-space-5); text-align: center; color: var(--ck-text-secondary); }
.load-failure::before, .load-failure::after { content: ""; flex: 1; }
.load-failure > * { flex: none; }
.load-failure > .ck-icon { font-size: var(--ck-text-2xl); color: var(--ck-text-tertiary); }
.load-failure-buttons { display: flex; flex-wrap: wrap; justify-content: center; gap: var(--ck-space-2); }
.loading {
  display: grid;
  align-content: end;
  gap: var(--ck-space-4);
  flex: 1;
  width: 100%;
  max-width: calc(var(--ck-measure) + 2 * var(--ck-space-4));
  margin-inline: auto;
  padding: var(--ck-space-5) var(--ck-space-4);
  animation: ck-fade var(--ck-motion-slow) var(--ck-ease) 200ms both;
}
.skeleton { height: 1.1em; border-radius: var(--ck-radius-sm); background: var(--ck-surface-muted); animation: ck-skeleton 1.6s ease-in-out infinite; }
.skeleton:nth-of-type(2) { width: 88%; }
.skeleton:nth-of-type(3) { width: 56%; }
@keyframes ck-skeleton { 50% { opacity: 0.45; } }
.bar {
  display: flex;
  align-items: flex-start;
  gap: var(--ck-space-2);
  padding: var(--ck-space-2) var(--ck-space-2) var(--ck-space-2) var(--ck-space-3);
  padding-inline: var(--ck-space-3) var(--ck-space-2);
  border: 1px solid var(--ck-info-border);
  border-radius: var(--ck-radius-md);
  background: var(--ck-info-soft);
  font-size: var(--ck-text-sm);
  animation: ck-rise var(--ck-motion-medium) var(--ck-ease);
}
.bar[data-level="warning"] { border-color: var(--ck-warning-border); background: var(--ck-warning-soft); }
.bar[data-level="danger"] { border-color: var(--ck-danger-border); background: var(--ck-danger-soft); }
.bar-icon { display: grid; place-items: center; min-height: var(--ck-control-sm); color: var(--ck-info-text); }
.bar[data-level="warning"] .bar-icon { color: var(--ck-warning-text); }
.bar[data-level="danger"] .bar-icon { color: var(--ck-danger-text); }
.bar-body { flex: 1; min-width: 0; padding-block: calc((var(--ck-control-sm) - 1.5em) / 2); line-height: 1.5; overflow-wrap: anywhere; }
.bar-offer { display: flex; flex-wrap: wrap; align-items: center; gap: 0 var(--ck-space-3); padding-block: 0; }
.bar-offer > bdi { flex: 1 1 16em; padding-block: calc((var(--ck-control-sm) - 1.5em) / 2); }
.bar-title { font-weight: 600; }
.bar .ck-md { font-size: inherit; line-height: 1.5; }
`,aa=`
.workflow { min-width: 0; font-size: var(--ck-text-sm); }
.workflow-toggle {
  display: inline-flex;
  align-items: flex-start;
  gap: var(--ck-space-2);
  max-width: 100%;
  min-height: var(--ck-control-sm);
  padding-inline: var(--ck-space-2);
  margin-inline-start: calc(-1 * var(--ck-space-2));
  border-radius: var(--ck-radius-sm);
  color: var(--ck-text-secondary);
  font-weight: 500;
  text-align: start;
  transition: color var(--ck-motion-fast) var(--ck-ease);
}
button.workflow-toggle:hover { color: var(--ck-text); }
.chevron { display: grid; flex: none; }
/* In line with the first line of a title that takes several. */
.workflow-toggle > :is(.workflow-icon, .chevron) { display: grid; place-items: center; flex: none; height: var(--ck-control-sm); }
.workflow-title { min-width: 0; overflow: hidden; padding-block: calc((var(--ck-control-sm) - 1.5em) / 2); line-height: 1.5; text-overflow: ellipsis; white-space: nowrap; }
[aria-expanded="true"] > .workflow-title { overflow-wrap: anywhere; white-space: normal; }
.chevron { transition: transform var(--ck-motion-fast) var(--ck-ease); }
[aria-expanded="false"] > .chevron { transform: rotate(-90deg); }
[dir="rtl"] [aria-expanded="false"] > .chevron { transform: rotate(90deg); }
.workflow-tasks { display: grid; grid-template-columns: minmax(0, 1fr); margin: 0; padding: var(--ck-space-2) 0 0; list-style: none; animation: ck-fade var(--ck-motion-medium) var(--ck-ease); }
.task { position: relative; display: flex; gap: var(--ck-space-3); min-width: 0; font-size: var(--ck-text-sm); }
.workflow-tasks .task { padding-bottom: var(--ck-space-3); }
.workflow-tasks > li:not(:last-child) > .task::before { content: ""; position: absolute; inset-block: 26px 2px; inset-inline-start: 9px; border-inline-start: 1px solid var(--ck-border); }
.task-mark { display: grid; place-items: center; flex: none; width: 20px; height: 22px; color: var(--ck-text-tertiary); }
.task-complete { display: grid; color: var(--ck-success-text); }
.task-body { display: grid; gap: var(--ck-space-2); flex: 1; min-width: 0; color: var(--ck-text-secondary); }
.task-title { line-height: 22px; color: var(--ck-text); overflow-wrap: anywhere; }
.task-text { min-width: 0; }
.task-text .ck-md { font-size: inherit; color: inherit; }
.queries, .sources { display: flex; flex-wrap: wrap; gap: var(--ck-space-1); min-width: 0; }
.queries li, .source {
  display: inline-flex;
  align-items: center;
  gap: 6px;
  max-width: 100%;
  min-height: 26px;
  padding: 2px 10px;
  border-radius: var(--ck-radius-control);
  background: var(--ck-surface-muted);
  color: var(--ck-text-secondary);
  font-size: var(--ck-text-xs);
  text-decoration: none;
}
.source { max-width: 18em; }
.sources li { min-width: 0; max-width: 100%; }
a.source:hover { color: var(--ck-text); background: var(--ck-surface-pressed); }
.cited-toggle { display: inline-flex; align-items: center; gap: 6px; min-height: var(--ck-control-sm); padding-inline: 10px; border-radius: var(--ck-radius-control); background: var(--ck-surface-muted); color: var(--ck-text-secondary); font-size: var(--ck-text-xs); font-weight: 500; transition: color var(--ck-motion-fast) var(--ck-ease); }
.cited-toggle:hover { color: var(--ck-text); }
.cited-count { font-variant-numeric: tabular-nums; color: var(--ck-text-tertiary); }
.attachments { display: flex; flex-wrap: wrap; gap: var(--ck-space-2); min-width: 0; max-width: 100%; }
.user-message .attachments { justify-content: flex-end; align-items: flex-end; }
.attachments[data-several] .attachment-image :is(img, canvas) { width: 9em; height: 9em; object-fit: cover; }
.attachment {
  display: inline-flex;
  align-items: center;
  gap: var(--ck-space-2);
  max-width: 16em;
  min-height: var(--ck-control-md);
  padding-inline: var(--ck-space-3);
  border: 1px solid var(--ck-border-subtle);
  border-radius: var(--ck-radius-md);
  font-size: var(--ck-text-sm);
  color: var(--ck-text-secondary);
}
chatkit-picture { display: block; min-width: 0; max-width: 100%; }
.picture { display: block; width: fit-content; max-width: 100%; border-radius: var(--ck-radius-md); cursor: zoom-in; }
/* As tall before it has come as after: only its width is its own. */
.picture > *, .image-place { display: block; height: var(--ck-picture); aspect-ratio: auto 1; max-width: 100%; object-fit: scale-down; border-radius: inherit; background: var(--ck-surface-muted); }
.attachment-image { --ck-picture: min(15em, 100cqi - 5em); }
.generated-image { --ck-picture: min(22em, 60cqi); position: relative; width: fit-content; max-width: 100%; border-radius: var(--ck-radius-md); overflow: hidden; }
.generated-image .picture > * { object-fit: contain; }
.image-place { width: var(--ck-picture); animation: ck-skeleton 1.6s ease-in-out infinite; }
.generated-image figcaption { position: absolute; inset-inline: 0; inset-block-end: 0; display: grid; gap: var(--ck-space-2); padding: var(--ck-space-4); font-size: var(--ck-text-sm); pointer-events: none; }
.image-progress { height: 4px; border-radius: var(--ck-radius-full); overflow: hidden; background: var(--ck-border-strong); color: var(--ck-accent); outline: 1px solid transparent; }
.image-progress svg { display: block; width: 100%; height: 100%; }
[dir="rtl"] .image-progress svg { transform: scaleX(-1); }
.image-progress rect { transition: width var(--ck-motion-medium) var(--ck-ease); }
chatkit-picture + figcaption { padding-top: var(--ck-space-6); background: linear-gradient(to top, rgb(0 0 0 / 0.5), transparent); }
chatkit-picture + figcaption .image-progress { background: rgb(255 255 255 / 0.4); color: #fff; }
.fallback {
  display: inline-flex;
  align-items: center;
  gap: var(--ck-space-2);
  max-width: 100%;
  padding: var(--ck-space-2) var(--ck-space-3);
  border: 1px solid var(--ck-border-subtle);
  border-radius: var(--ck-radius-md);
  font-size: var(--ck-text-sm);
  color: var(--ck-text-secondary);
  white-space: pre-wrap;
}
.fallback a { color: var(--ck-link); }
.questions { display: grid; gap: var(--ck-space-4); margin: 0; padding: var(--ck-space-4); border: 1px solid var(--ck-border-subtle); border-radius: var(--ck-radius-md); overflow-wrap: anywhere; }
.question { display: grid; gap: var(--ck-space-1); min-width: 0; margin: 0; padding: 0; border: 0; }
.question dd { margin: 0; }
.question-text { font-weight: 600; }
.question-hint { font-size: var(--ck-text-sm); color: var(--ck-text-tertiary); }
.question-answer { display: flex; align-items: baseline; gap: var(--ck-space-2); color: var(--ck-text-secondary); }
.question-answer > .ck-icon { align-self: start; margin-top: 0.15em; }
.question-answer[data-skipped] { color: var(--ck-text-tertiary); }
`,oa=`
.scroller {
  position: relative;
  flex: 1;
  min-height: 0;
  overflow-y: auto;
  overscroll-behavior: contain;
  scrollbar-gutter: stable both-edges;
  scrollbar-width: thin;
  scrollbar-color: var(--ck-border-strong) transparent;
}
.scroller:focus-visible { outline-offset: -3px; }
.thread {
  display: flow-root;
  width: 100%;
  max-width: calc(var(--ck-measure) + 2 * var(--ck-space-4));
  margin-inline: auto;
  padding: var(--ck-space-4) var(--ck-space-4) var(--ck-space-5);
}
.spacer { position: absolute; inset-block-start: 0; inset-inline-start: 0; width: 1px; pointer-events: none; }
.item { display: block; min-width: 0; }
.item + .item, chatkit-answer-actions + .item, .bar + .item { margin-top: var(--ck-space-4); }
.turn { min-width: 0; contain: layout style; contain-intrinsic-block-size: auto 120px; }
.turn[data-far] { content-visibility: auto; }
.turn + .turn { margin-top: var(--ck-message-gap); }
.bar-offer a.button, .load-failure a.button { color: inherit; text-decoration: none; }
.broken-off { display: flex; flex-wrap: wrap; align-items: center; gap: var(--ck-space-3); margin-top: var(--ck-space-2); color: var(--ck-text-secondary); font-size: var(--ck-text-sm); }
.thread > .bar, .turn > .bar { margin-top: var(--ck-space-4); }
.message { min-width: 0; overflow-wrap: anywhere; }
.user-message { display: flex; flex-direction: column; align-items: flex-end; gap: var(--ck-space-1); }
.bubble {
  max-width: min(85%, 36em);
  padding: var(--ck-space-2) var(--ck-space-4);
  border-radius: var(--ck-radius-bubble);
  background: var(--ck-bubble);
  color: var(--ck-on-bubble);
  outline: 1px solid transparent; /* seen in forced colours only */
  white-space: pre-wrap;
}
.tag { padding: 0 0.35em; border-radius: var(--ck-radius-xs); background: color-mix(in srgb, currentColor 10%, transparent); font-weight: 500; box-decoration-break: clone; -webkit-box-decoration-break: clone; }
button.tag { max-width: 100%; text-align: start; white-space: normal; overflow-wrap: anywhere; -webkit-user-select: text; user-select: text; transition: background var(--ck-motion-fast) var(--ck-ease); }
button.tag:hover { background: color-mix(in srgb, currentColor 18%, transparent); }
.tag svg { width: 0.95em; height: 0.95em; margin-inline-end: 0.25em; vertical-align: -0.12em; }
.quote { display: flex; gap: var(--ck-space-2); align-items: baseline; max-width: min(85%, 36em); padding-inline: var(--ck-space-2); font-size: var(--ck-text-sm); color: var(--ck-text-tertiary); }
.quote span { display: -webkit-box; -webkit-line-clamp: 3; -webkit-box-orient: vertical; overflow: hidden; }
/* Plain blocks: a grid or a flexible box would measure them anew with every word. */
.assistant-message > * { display: flow-root; min-width: 0; }
.assistant-message > chatkit-markdown ~ * { margin-top: var(--ck-space-3); }
chatkit-markdown { display: block; min-width: 0; }
.plain-text { white-space: pre-wrap; }
.working, .progress {
  display: flex;
  align-items: center;
  gap: var(--ck-space-2);
  min-height: calc(var(--ck-leading) * 1em);
  margin-top: var(--ck-space-4);
  color: var(--ck-text-secondary);
}
.working-dot { width: 12px; height: 12px; border-radius: 50%; background: var(--ck-text); animation: ck-pulse 1.3s var(--ck-ease) infinite; }
.progress { font-size: var(--ck-text-sm); animation: ck-fade var(--ck-motion-medium) var(--ck-ease); }
.progress-icon { display: grid; }
.answer-actions { display: flex; align-items: center; gap: 2px; min-height: var(--ck-control-sm); margin-top: var(--ck-space-1); margin-inline-start: calc(-1 * var(--ck-space-2)); color: var(--ck-text-tertiary); }
.answer-actions time { margin-inline-start: var(--ck-space-2); font-size: var(--ck-text-xs); opacity: 0; transition: opacity var(--ck-motion-fast) var(--ck-ease); }
.answer-actions:hover time, .answer-actions:focus-within time { opacity: 1; }
.answer-problem { font-size: var(--ck-text-xs); color: var(--ck-danger-text); }
@media (hover: hover) {
  .answer-actions:not([data-last]) > button { opacity: 0; transition: opacity var(--ck-motion-fast) var(--ck-ease); }
  .item:hover + chatkit-answer-actions button, chatkit-answer-actions:hover button, chatkit-answer-actions:focus-within button { opacity: 1 !important; }
}
.answer-actions[data-last] { animation: ck-fade var(--ck-motion-medium) var(--ck-ease); }
.older { display: grid; place-items: center; min-height: 40px; color: var(--ck-text-tertiary); }
.scroll-to-end {
  position: absolute;
  inset-block-end: var(--ck-space-3);
  inset-inline: 0;
  margin-inline: auto;
  display: grid;
  place-items: center;
  width: 36px;
  height: 36px;
  border: 1px solid var(--ck-border);
  border-radius: var(--ck-radius-full);
  background: var(--ck-surface-raised);
  color: var(--ck-text-secondary);
  box-shadow: var(--ck-shadow-md);
  animation: ck-fade var(--ck-motion-fast) var(--ck-ease);
}
.scroll-to-end:hover { color: var(--ck-text); border-color: var(--ck-border-strong); }
`,sa=null;function ca(){return sa??=[na,Pi,ia,oa,aa,ra].map(ua),sa}var la=new Map;function X(e,t){let n=e.getRootNode();if(!(n instanceof ShadowRoot))return;let r=la.get(t)??ua(t);la.set(t,r),n.adoptedStyleSheets.includes(r)||(n.adoptedStyleSheets=[...n.adoptedStyleSheets,r])}function ua(e){let t=new CSSStyleSheet;return t.replaceSync(e),t}function Z(e,t,n,r){var i=arguments.length,a=i<3?t:r===null?r=Object.getOwnPropertyDescriptor(t,n):r,o;if(typeof Reflect==`object`&&typeof Reflect.decorate==`function`)a=Reflect.decorate(e,t,n,r);else for(var s=e.length-1;s>=0;s--)(o=e[s])&&(a=(i<3?o(a):i>3?o(t,n,a):o(t,n))||a);return i>3&&a&&Object.defineProperty(t,n,a),a}var da=null;async function fa(){try{da??=await z(`markdown`)}catch{return!1}return!0}function pa(){return da}function ma(e,t){let{t:n,actions:r}=e;return da?.createMarkdownView({allowedImageDomains:t,onDeepLink:(e,t)=>r.deepLink(e,t),copyLabel:n(`code.copy`),copiedLabel:n(`code.copied`),tableLabel:n(`table.label`),loadHighlighter:()=>z(`highlight`),loadMath:()=>z(`math`),citations:{sourceLabel:e=>n(`message.source`,{n:e}),icon:e=>{let t=document.createElement(`span`);return ze(q(e),t),t},onSource:(t,n,r)=>xa(t,n,r,e)}})}var ha=class extends J{constructor(...e){super(...e),this.text=``,this.streaming=!1,this.imageDomains=[],this.citations=[]}willUpdate(e){let t=e.get(`context`)&&e.get(`context`)?.t!==this.context.t;(e.has(`imageDomains`)||t)&&(this.view=void 0),da===null&&e.has(`text`)&&fa().then(e=>{this.toggleAttribute(`data-plain`,!e),e&&this.requestUpdate()}),da&&X(this,da.markdownStyles),this.view??=ma(this.context,this.imageDomains),this.view?.update(this.text,this.streaming,this.citations)}render(){return this.view?this.view.element:this.text===``?w:S`<div class="plain-text">${this.text}</div>`}};Z([T({attribute:!1})],ha.prototype,`context`,void 0),Z([T({attribute:!1})],ha.prototype,`text`,void 0),Z([T({attribute:!1})],ha.prototype,`streaming`,void 0),Z([T({attribute:!1})],ha.prototype,`imageDomains`,void 0),Z([T({attribute:!1})],ha.prototype,`citations`,void 0),Y(`chatkit-markdown`,ha);function ga(e){return e.type===`url`?`globe`:e.type===`entity`&&e.icon||`document`}function _a(e){if(e.type!==`entity`)return null;let{id:t,title:n,icon:r,group:i,data:a,interactive:o=!1}=e;return{id:t,title:n,interactive:o,data:a??{},...r?{icon:r}:{},...i?{group:i}:{}}}var va=250,ya=new Map;function ba(e,t,n,r=`tag`){if(!e.interactive)return S`<span class=${r}>${t}</span>`;let{onClick:i}=n.options.entities??{},a=(t,r=0)=>{Sa(t.currentTarget,{entity:e},n,r)};return S`<button type="button" class=${r} @click=${t=>i?i(e):a(t)} @pointerenter=${e=>e.pointerType!==`touch`&&a(e,va)} @focus=${e=>e.target.matches(`:focus-visible`)&&a(e)}>${t}</button>`}function xa(e,t,n,r){let{onClick:i}=r.options.entities??{},a=_a(t);n===`click`&&a?.interactive&&i?i(a):Sa(e,{source:t,entity:a},r,n===`hover`?va:0)}async function Sa(e,t,n,r){let{entity:i}=t,a=i&&ya.get(i.id);a&&!i.icon&&(t={...t,entity:{...i,icon:a}});try{let{show:i}=await z(`preview`);i(e,t,r,n,Ca)}catch{}}var Ca={icon:q,adoptStyles:X,loadAsset:z,loadMarkdown:fa,createMarkdown:ma,markdownRenderer:pa};function wa(e,t,n=`error.generic`){return rt(e)?t(`error.unauthorized`):e instanceof O?Ta(e,t):e instanceof Qe?e.code===`custom`?e.message:t(`error.stream`):e instanceof Xe?t(`error.truncated`):e instanceof Ye?t(`error.invalid`):e instanceof Je?t(navigator.onLine?`error.network`:`error.offline`):t(n)}function Ta(e,t){switch(e.status){case 403:return e.code===`thread_locked`?t(`thread.locked`):e.detail??t(`error.forbidden`);case 404:return t(`error.notFound`);case 409:return t(`error.conflict`);case 413:return t(`error.tooLarge`);case 429:return e.retryAfter?t(`error.rateLimitedFor`,{n:e.retryAfter}):t(`error.rateLimited`);case 503:return t(`error.unavailable`);default:return e.status>=500?t(`error.server`):e.detail??t(`error.badRequest`)}}function Ea(e){return e instanceof D?!1:e instanceof O?e.status>=500||[408,409,429].includes(e.status):!0}async function Da(e){let t=await z(`composer`);return t.install({icon:q,describeError:wa}),X(e,t.composerStyles),t}async function Oa(e){let t=await z(`suggestions`);t.install({icon:q,showPreview:Sa,entityIcons:ya}),X(e,t.suggestionStyles)}var ka=10,Aa=.35,Q=class extends J{constructor(...e){super(...e),this.revision=0,this.draft=Fi,this.draftKey=null,this.awaitsThread=!1,this.toolId=null,this.modelId=null,this.problems=[],this.keeper=new ta(this),this.fittedPlaceholder=``,this.attach=e=>{this.addFiles(e).catch(e=>this.context.actions.fail(A(e)))},this.onInput=()=>{let{value:e,selectionEnd:t}=this.field;this.draft={...this.draft,text:e,tags:Vi(this.draft,e,t)},this.problems=[]},this.insert=(e,t=` `)=>{let{field:n}=this;if(!n||e===``)return;let{value:r,selectionStart:i,selectionEnd:a}=n,o=/\S$/.test(r.slice(0,i))?` `:``,s=/^\S/.test(r.slice(a))?t:``;this.write({text:o+e+s,tags:[]},i,a)},this.onKeydown=e=>{e.isComposing||e.keyCode===229||e.key!==`Enter`||e.shiftKey||e.altKey||(e.preventDefault(),this.send())},this.submit=e=>{e.preventDefault(),this.send()},this.tell=e=>{this.problems=e},this.selectTool=e=>{e!==this.toolId&&(this.toolId=e,this.onToolChange(e))},this.selectModel=e=>{this.modelId=e}}focus(){this.field?.focus()}async setValue(e){await this.updateComplete,this.assertOffered(e);let t=e.content??(e.text===void 0?void 0:e.text);t!==void 0&&(this.draft={...this.draft,...Ri(er(t))}),e.reply!==void 0&&(this.draft={...this.draft,quote:e.reply}),e.attachments!==void 0&&this.uploads.replace(e.attachments),e.selectedToolId!==void 0&&this.selectTool(e.selectedToolId),e.selectedModelId!==void 0&&(this.modelId=e.selectedModelId),e.files!==void 0&&await this.addFiles(e.files),await this.updateComplete}connectedCallback(){super.connectedCallback(),this.keeper.connect()}disconnectedCallback(){super.disconnectedCallback(),this.keeper.disconnect()}choose(e,t){let{tools:n=[]}=this.context.options.composer??{},r=this.selectedTool(),i=r?.persistent?r.id:null;this.selectTool(n.find(({id:t})=>t===e)?.id??i),this.modelId=t}willUpdate(e){this.keeper.use(this.draftKey),this.awaitsThread||this.keeper.turnTo(this.conversation);let{entities:t,commands:n}=this.context.options;if((e.has(`context`)&&(t?.onTagSearch??n?.enabled)||e.has(`draft`)&&this.draft.tags.length>0)&&this.updateComplete.then(()=>Oa(this)).catch(()=>void 0),!e.has(`context`))return;this.toolId!==null&&!this.selectedTool()&&this.selectTool(null);let{attachments:r,tools:i,models:a,dictation:o}=this.context.options.composer??{};(r?.enabled||i?.length||a?.length||o?.enabled)&&this.updateComplete.then(()=>Da(this)).catch(()=>void 0)}render(){let{context:e,conversation:t,uploads:n}=this,{t:r,options:i}=e,a=t.state.thread?.status??{type:`active`};if(a.type===`closed`)return S`<div class="closed-banner" role="status">
        ${q(`lock`)}<bdi>${a.reason||r(`thread.closed`)}</bdi>
      </div>`;let{attachments:o,tools:s=[],models:c=[],dictation:l,placeholder:u}=i.composer??{},{entities:d}=i,f=a.type===`locked`||t.loadFailed,p=a.type===`locked`?a.reason||r(`thread.locked`):this.selectedTool()?.placeholderOverride??u??r(`composer.placeholder`);return S`<form
      class="composer"
      ?data-disabled=${f}
      ?data-tall=${s.length+c.length>0}
      @submit=${this.submit}
    >
      ${this.draft.quote===``?w:Ui(this.draft.quote,r,()=>{this.draft={...this.draft,quote:``},this.focus()})}
      ${n.list.length+Number(o?.enabled??!1)===0?w:S`<chatkit-attachments
              .context=${e}
              .uploads=${n}
              .list=${n.list}
              .takesFiles=${(o?.enabled??!1)&&!f}
              .onFiles=${this.attach}
              .onProblems=${this.tell}
            ></chatkit-attachments>`}
      ${this.problems.length===0?w:Wi(this.problems,r,()=>{this.tell([]),this.focus()})}
      <div class="composer-row">
        <div class="composer-field">
          <chatkit-tags
            .context=${e}
            .composer=${this}
            .draft=${this.draft}
          ></chatkit-tags>
          <textarea
            rows="1"
            dir=${this.draft.text===``?e.dir:`auto`}
            enterkeyhint="send"
            aria-label=${r(`composer.label`)}
            placeholder=${p}
            ?disabled=${f}
            .value=${ci(this.draft.text)}
            @input=${this.onInput}
            @keydown=${this.onKeydown}
          ></textarea>
        </div>
        <div class="composer-start">
          ${o?.enabled||s.length>0?S`<chatkit-composer-menu
                  .context=${e}
                  .toolId=${this.toolId}
                  .disabled=${f}
                  .onFiles=${this.attach}
                  .onTool=${this.selectTool}
                ></chatkit-composer-menu>`:w}
          ${d?.onTagSearch&&d.showComposerMenu?S`<chatkit-mention
                  .context=${e}
                  .composer=${this}
                  .disabled=${f}
                ></chatkit-mention>`:w}
        </div>
        <div class="composer-end">
          ${c.length>0?S`<chatkit-model-picker
                  .context=${e}
                  .modelId=${this.selectedModel()}
                  .disabled=${f}
                  .onModel=${this.selectModel}
                ></chatkit-model-picker>`:w}
          ${l?.enabled?S`<chatkit-dictation
                  .context=${e}
                  .client=${n.host.client}
                  .disabled=${f}
                  .onText=${this.insert}
                  .onProblems=${this.tell}
                ></chatkit-dictation>`:w}
          ${this.sendButton(f)}
        </div>
      </div>
      <chatkit-suggestions .context=${e} .composer=${this}></chatkit-suggestions>
    </form>`}sendButton(e){let{conversation:t,context:n}=this,{t:r,actions:i}=n,a=t.phase===`responding`&&t.state.allowCancel,o=r(a?`composer.stop`:`composer.send`);return S`<button
      type="button"
      class="send-button"
      data-state=${a?`stop`:`send`}
      aria-label=${o}
      title=${o}
      ?disabled=${!a&&(e||!this.canSend())}
      @click=${()=>{a?i.stop():this.send(),this.focus()}}
    >
      ${q(a?`stop`:`send`)}
    </button>`}updated(e){this.keeper.keep();let{placeholder:t=``}=this.field??{},n=t!==this.fittedPlaceholder;this.fittedPlaceholder=t,(n||e.has(`draft`)||e.has(`context`))&&this.fit()}fit(){let{field:e}=this;if(!e)return;e.style.height=`auto`;let t=Number.parseFloat(getComputedStyle(e).lineHeight)||24,n=(this.closest(`.root`)?.clientHeight??1/0)*Aa,r=Math.max(3,Math.min(ka,Math.floor(n/t)))*t;e.style.height=`${Math.min(e.scrollHeight,r)}px`,e.classList.toggle(`scrolls`,e.scrollHeight>r)}write({text:e,tags:t},n,r){let{field:i}=this;this.focus(),i.setSelectionRange(n,r),(e===``?n===r||document.execCommand(`delete`):document.execCommand(`insertText`,!1,e))||(i.setRangeText(e,n,r,`end`),i.dispatchEvent(new InputEvent(`input`,{bubbles:!0})));let a=t.map(e=>({...e,start:e.start+n})),o=[...this.draft.tags,...a].sort((e,t)=>e.start-t.start);a.length>0&&(this.draft={...this.draft,tags:o})}send(){if(!this.canSend())return;let e=this.message();this.keeper.send(),this.clear(),this.context.actions.send(e),this.selectedTool()?.persistent||this.selectTool(null)}canSend(){return!this.conversation.busy&&!this.uploads.pending&&rr(this.message())}message(){let e=this.selectedModel(),t=this.selectedTool();return{content:zi(this.draft),attachments:this.uploads.attachments,quotedText:this.draft.quote,inferenceOptions:{...t===void 0?{}:{tool_choice:{id:t.id}},...e===null?{}:{model:e}}}}clear(){this.draft=Fi,this.uploads.replace([]),this.problems=[]}async addFiles(e){let{attachFiles:t}=await Da(this);await t(this.uploads,e,this.context,this.tell)}assertOffered({selectedToolId:e,selectedModelId:t}){let{tools:n=[],models:r=[]}=this.context.options.composer??{};if(e&&!n.some(({id:t})=>t===e))throw new D(`composer.tools has no "${e}".`);if(t&&!r.some(({id:e,disabled:n})=>e===t&&!n))throw new D(`composer.models has no "${t}" that can be chosen.`)}selectedTool(){return this.context.options.composer?.tools?.find(e=>e.id===this.toolId)}selectedModel(){let e=this.context.options.composer?.models??[];return e.some(e=>e.id===this.modelId&&!e.disabled)?this.modelId:e.find(e=>e.default)?.id??null}};Z([T({attribute:!1})],Q.prototype,`context`,void 0),Z([T({attribute:!1})],Q.prototype,`conversation`,void 0),Z([T({attribute:!1})],Q.prototype,`revision`,void 0),Z([T({attribute:!1})],Q.prototype,`uploads`,void 0),Z([T({attribute:!1})],Q.prototype,`onToolChange`,void 0),Z([T({attribute:!1})],Q.prototype,`draft`,void 0),Z([T({attribute:!1})],Q.prototype,`draftKey`,void 0),Z([T({attribute:!1})],Q.prototype,`awaitsThread`,void 0),Z([E()],Q.prototype,`toolId`,void 0),Z([E()],Q.prototype,`modelId`,void 0),Z([E()],Q.prototype,`problems`,void 0),Z([Ke(`textarea`)],Q.prototype,`field`,void 0),Y(`chatkit-composer`,Q);var ja={info:`info`,warning:`warning`,danger:`error`};function Ma(e,t,n){let{t:r}=t;return S`<div
    class="bar"
    data-level=${e.level}
    role=${e.level===`danger`?`alert`:w}
  >
    <span class="bar-icon">${q(ja[e.level])}</span>
    <div class="bar-body">
      ${e.title?S`<div class="bar-title" dir="auto">${e.title}</div>`:w}
      <chatkit-markdown .context=${t} .text=${e.message}></chatkit-markdown>
    </div>
    <button
      type="button"
      class="icon-button small"
      aria-label=${r(`action.dismiss`)}
      title=${r(`action.dismiss`)}
      @click=${n}
    >
      ${q(`close`)}
    </button>
  </div>`}function Na(e,t,n,r){let{t:i}=t;return S`<div class="bar" data-level="danger" role="alert">
    <span class="bar-icon">${q(`error`)}</span>
    <div class="bar-body bar-offer">
      <bdi>${wa(e.error,i)}</bdi>
      ${Pa(e,t,n)}
    </div>
    <button
      type="button"
      class="icon-button small"
      aria-label=${i(`action.dismiss`)}
      title=${i(`action.dismiss`)}
      @click=${r}
    >
      ${q(`close`)}
    </button>
  </div>`}function Pa(e,t,n){let{signIn:r,t:i}=t;return r!==null&&rt(e.error)?S`<a class="button small" href=${r.url} target="_blank" @click=${r.begin}
      >${r.label}</a
    >`:e.retry===null?w:S`<button type="button" class="button small" @click=${n}>
    ${q(`retry`)}<span>${i(`action.retry`)}</span>
  </button>`}function Fa({t:e},t){return S`<div class="broken-off">
    <span>${e(`thread.stopped`)}</span>
    ${t===null?w:S`<button type="button" class="button small" @click=${t}>
            ${q(`retry`)}<span>${e(`action.retry`)}</span>
          </button>`}
  </div>`}function Ia(e,t,n){let{t:r,actions:i}=t,a=e.error instanceof O&&e.error.status===404;return S`<div class="load-failure" role="alert">
    ${q(`error`)}
    <p><bdi>${wa(e.error,r)}</bdi></p>
    <div class="load-failure-buttons">
      ${a?w:Pa({...e,retry:n},t,n)}
      <button type="button" class="button small" @click=${()=>i.newChat()}>
        ${q(`compose`)}<span>${r(`header.newChat`)}</span>
      </button>
    </div>
  </div>`}function La(e,t){return e===null?S`<div class="working">
      <span class="sr-only">${t.t(`thread.responding`)}</span>
      <span class="working-dot"></span>
    </div>`:S`<div class="progress">
    <span class="progress-icon">${q(e.icon??`sparkle`)}</span>
    <bdi class="shimmer">${e.text}</bdi>
  </div>`}function Ra(e,t){let{options:n,t:r,actions:i}=e,a=n.header??{},o=t.threadId===null&&t.state.items.length===0,s=n.history?.enabled??!0,c=a.title?.enabled??!0,l=a.title?.text??t.state.thread?.title??``;return S`<header class="header">
    ${za(a.leftAction,r)}
    <div class="header-title">
      ${c&&l!==``?S`<h2 class="truncate" dir="auto" title=${l}>${l}</h2>`:w}
    </div>
    ${o?w:Ba(`compose`,r(`header.newChat`),()=>i.newChat(),`new-chat`)}
    ${s?Ba(`history`,r(`header.history`),()=>i.openHistory(),`open-history`):w}
    ${za(a.rightAction,r)}
  </header>`}function za(e,t){if(!e)return w;let n=e.icon.replace(/^\w+:/,``).replace(/-/g,` `),r=e.icon===`close`?t(`header.close`):n.charAt(0).toUpperCase()+n.slice(1),i=e.icon===`close`?``:`en`;return Ba(e.icon,r,()=>e.onClick(),`header-action`,i)}function Ba(e,t,n,r=``,i=``){return S`<button
    type="button"
    class="icon-button"
    data-action=${r||w}
    title=${t}
    aria-label=${t}
    lang=${i||w}
    @click=${n}
  >
    ${q(e)}
  </button>`}var Va=new Set([`client_tool_call`,`end_of_turn`]);function Ha(e){let{state:t,phase:n,answering:r}=e,{items:i,thread:a}=t;if((a?.status?.type??`active`)!==`active`)return null;let o=i.findLast(({type:e})=>!Va.has(e));return o?.type!==`structured_input`||o.status!==`pending`?null:n===`idle`||r===o.id?o:null}function Ua(e){let{options:t,t:n,actions:r}=e,{greeting:i=n(`start.greeting`),prompts:a=[]}=t.startScreen??{};return S`<div class="start">
    <h2 class="greeting"><bdi>${i}</bdi></h2>
    ${a.length>0?S`<ul class="prompts" aria-label=${n(`start.prompts`)}>
            ${a.map(({label:e,prompt:t,icon:n})=>S`<li>
                  <button
                    type="button"
                    class="prompt"
                    @click=${()=>r.send({content:er(t),attachments:[],quotedText:``,inferenceOptions:{}})}
                  >
                    ${n?S`<span class="prompt-icon">${q(n)}</span>`:w}
                    <bdi>${e}</bdi>
                  </button>
                </li>`)}
          </ul>`:w}
  </div>`}var Wa={},Ga=Yr(class extends Xr{constructor(){super(...arguments),this.ot=Wa}render(e,t){return t()}update(e,[t,n]){if(Array.isArray(t)){if(Array.isArray(this.ot)&&this.ot.length===t.length&&t.every((e,t)=>e===this.ot[t]))return C}else if(this.ot===t)return C;return this.ot=Array.isArray(t)?Array.from(t):t,this.render(t,n)}}),Ka=(e,t,n)=>{let r=new Map;for(let i=t;i<=n;i++)r.set(e[i],i);return r},qa=Yr(class extends Xr{constructor(e){if(super(e),e.type!==K.CHILD)throw Error(`repeat() can only be used in text expressions`)}dt(e,t,n){let r;n===void 0?n=t:t!==void 0&&(r=t);let i=[],a=[],o=0;for(let t of e)i[o]=r?r(t,o):o,a[o]=n(t,o),o++;return{values:a,keys:i}}render(e,t,n){return this.dt(e,t,n).values}update(e,[t,n,r]){let i=oi(e),{values:a,keys:o}=this.dt(t,n,r);if(!Array.isArray(i))return this.ut=o,a;let s=this.ut??=[],c=[],l,u,d=0,f=i.length-1,p=0,m=a.length-1;for(;d<=f&&p<=m;)if(i[d]===null)d++;else if(i[f]===null)f--;else if(s[d]===o[p])c[p]=ri(i[d],a[p]),d++,p++;else if(s[f]===o[m])c[m]=ri(i[f],a[m]),f--,m--;else if(s[d]===o[m])c[m]=ri(i[d],a[m]),ni(e,c[m+1],i[d]),d++,m--;else if(s[f]===o[p])c[p]=ri(i[f],a[p]),ni(e,i[d],i[f]),f--,p++;else if(l===void 0&&(l=Ka(o,p,m),u=Ka(s,d,f)),l.has(s[d])){if(l.has(s[f])){let t=u.get(o[p]),n=t===void 0?null:i[t];if(n===null){let t=ni(e,i[d]);ri(t,a[p]),c[p]=t}else c[p]=ri(n,a[p]),ni(e,i[d],n),i[t]=null;p++}else si(i[f]),f--}else si(i[d]),d++;for(;p<=m;){let t=ni(e,c[m+1]);ri(t,a[p]),c[p++]=t}for(;d<=f;){let e=i[d++];e!==null&&si(e)}return this.ut=o,ai(e,c),C}}),Ja=3e3,$=class extends J{constructor(...e){super(...e),this.last=!1,this.status=`active`,this.copied=!1,this.problem=``,this.rating=null}render(){let{t:e,options:t,locale:n}=this.context,{feedback:r=!1,retry:i=!1}=(this.status===`active`?t.threadItemActions:void 0)??{},{messageId:a,createdAt:o,text:s}=this.end,c=new Date(o);return S`<div
      class="answer-actions"
      role="group"
      aria-label=${e(`message.actions`)}
      ?data-last=${this.last}
    >
      ${s===``?w:this.button(this.copied?`check`:`copy`,e(this.copied?`message.copied`:`message.copy`),()=>this.copy())}
      ${r?[this.thumb(`positive`),this.thumb(`negative`)]:w}
      ${i&&a!==null?this.button(`retry`,e(`message.retry`),()=>this.retry(a)):w}
      ${Number.isNaN(c.getTime())?w:S`<time datetime=${c.toISOString()} title=${c.toLocaleString(n)}
              >${c.toLocaleTimeString(n,{hour:`numeric`,minute:`2-digit`})}</time
            >`}
      <span class="answer-problem" role="status">${this.problem}</span>
    </div>`}button(e,t,n,r){return S`<button
      type="button"
      class="icon-button small"
      title=${t}
      aria-label=${t}
      aria-pressed=${r??w}
      @click=${n}
    >
      ${q(e)}
    </button>`}thumb(e){let t=this.rating===e,n=e===`positive`?`thumbs-up`:`thumbs-down`,r=this.context.t(e===`positive`?`message.good`:`message.bad`);return this.button(t?`${n}-filled`:n,r,()=>void this.rate(e),t)}copy(){let{t:e,actions:t}=this.context;Ya(this.end.text).then(()=>{this.copied=!0,t.announce(e(`message.copied`)),setTimeout(()=>this.copied=!1,Ja)},()=>this.complain(e(`message.copyFailed`)))}async rate(e){if(this.rating===e)return;let t=this.rating;this.rating=e;let{actions:n,t:r}=this.context;try{await n.feedback(this.end.itemIds,e),n.announce(r(`message.thanks`))}catch(e){this.rating=t,this.complain(r(`error.feedback`)),n.fail(A(e))}}complain(e){this.problem=e,setTimeout(()=>this.problem=``,Ja)}retry(e){this.conversation.retry(e).catch(()=>void 0)}};Z([T({attribute:!1})],$.prototype,`context`,void 0),Z([T({attribute:!1})],$.prototype,`conversation`,void 0),Z([T({attribute:!1})],$.prototype,`end`,void 0),Z([T({attribute:!1})],$.prototype,`last`,void 0),Z([T({attribute:!1})],$.prototype,`status`,void 0),Z([E()],$.prototype,`copied`,void 0),Z([E()],$.prototype,`problem`,void 0),Z([E()],$.prototype,`rating`,void 0);async function Ya(e){if(window.isSecureContext){await navigator.clipboard.writeText(e);return}let t=document.createElement(`textarea`);t.value=e,t.className=`sr-only`,document.body.append(t),t.select();let n=document.execCommand(`copy`);if(t.remove(),!n)throw Error(`The browser refused to copy.`)}Y(`chatkit-answer-actions`,$);function Xa(e,t){if(!Qa(e,t,`state`)||!Qa(e.state,t.state,`items`))return!1;let[n,r]=[e.state.items,t.state.items],i=r.length-1;return n.length===r.length&&r.every((e,t)=>t===i||e===n[t])&&Za(n[i],r[i])}function Za(e,t){return e?.type!==`assistant_message`||t?.type!==`assistant_message`?!1:Qa(e,t,`content`)&&e.content.length===t.content.length&&e.content.some(e=>e.text)&&t.content.every((t,n)=>Qa(e.content[n],t,`text`))}function Qa(e,t,n){let r=Object.keys(e);return r.length===Object.keys(t).length&&r.every(r=>r===n||e[r]===t[r])}var $a=80,eo=600,to=16,no=400,ro=class{constructor(e,t){this.scroller=e,this.options=t,this.follow=!1,this.growing=!1,this.pinned=null,this.stickToEnd=!1,this.pinning=!1,this.holdPin=!1,this.nearEnd=!0,this.spacerHeight=0,this.height=0,this.viewHeight=0,this.top=0,this.anchor=null,this.thread=e.querySelector(`.thread`)??e,this.spacer=e.querySelector(`.spacer`)??e,this.button=e.parentElement?.querySelector(`.scroll-to-end`)??null,this.observer=new ResizeObserver(e=>{for(let{target:t,borderBoxSize:n}of e){let e=n[0]?.blockSize??0;t===this.thread?this.height=e:this.viewHeight=e}this.settle(),this.askForOlder()});for(let t of[`wheel`,`touchmove`,`keydown`,`pointerdown`])e.addEventListener(t,()=>this.release(),{passive:!0});this.connect()}connect(){this.observer.observe(this.thread),this.observer.observe(this.scroller)}disconnect(){this.observer.disconnect()}startAtEnd(){this.pinned=null,this.keepInView(null),this.pinning=!1,this.stickToEnd=!0,this.measure(),this.settle()}bringIntoView(e,t){if(e===null)return;this.stickToEnd=!1,this.keepInView(null),this.pinned=e,this.pinning=!0,this.holdPin=!t,this.measure(),this.fitSpacer();let n=this.offsetOf(e)-to;Math.abs(n-this.top)>=2&&this.scrollTo(n,t?`smooth`:`instant`)}jumpToEnd(){this.release(),this.scrollToEnd(`smooth`)}scrollToEnd(e){this.scrollTo(Math.max(0,this.height-this.viewHeight),e)}scrollTo(e,t){let n=t===`smooth`&&!io();this.scroller.scrollTo({top:e,behavior:n?`smooth`:`instant`}),n||(this.top=e)}onScroll(){let{scrollTop:e}=this.scroller,t=e<this.top;this.top=e,this.distanceToEnd()<$a?this.nearEnd=!0:t&&(this.nearEnd=!1),this.showButton(),this.askForOlder()}rememberPosition(){let e=this.stickToEnd||this.pinning?void 0:this.firstInView();this.keepInView(e?{element:e,offset:this.offsetOf(e),settled:!1}:null)}keepPosition(){this.anchor&&(this.measure(),this.settle())}firstInView(){let e=this.scroller.getBoundingClientRect().top,t=t=>t.getBoundingClientRect().bottom>e,n=this.thread.querySelectorAll(`:scope > .turn`),[r,i]=[0,n.length-1];for(;r<i;){let e=r+i>>1;t(n[e])?i=e:r=e+1}let a=n[r]?.querySelectorAll(`:scope > .item`);return[...a??[]].find(t)??a?.[0]}keepInView(e){this.anchor=e,this.scroller.style.overflowAnchor=e?`none`:``}settle(){this.fitSpacer(),this.stickToEnd?this.scrollToEnd(`instant`):this.follow&&this.nearEnd&&this.distanceToEnd()>0?(this.holdPin=!1,this.scrollToEnd(`instant`)):this.pinning&&this.holdPin&&this.pinned?.isConnected?this.scrollTo(this.offsetOf(this.pinned)-to,`instant`):this.anchor?.element.isConnected&&this.restorePosition(this.anchor),this.showButton()}askForOlder(){this.stickToEnd&&this.height>this.viewHeight+eo||this.top<eo&&this.options.onTop()}restorePosition(e){let t=this.offsetOf(e.element)-e.offset;e.offset+=t,e.settled=!0,Math.abs(t)>=1&&this.scrollTo(this.scroller.scrollTop+t,`instant`)}release(){this.stickToEnd=!1,this.pinning=!1,this.anchor?.settled&&this.keepInView(null)}fitSpacer(){let e=0;this.pinned?.isConnected&&(e=Math.floor(this.offsetOf(this.pinned)-to+this.viewHeight));let t=Math.ceil(this.height/no)*no;if(this.growing&&e<this.height)e=t;else if(!this.stickToEnd){let n=Math.floor(this.top+this.viewHeight);e=Math.max(e,Math.min(t,n,this.spacerHeight))}e<this.height&&(e=0),e!==this.spacerHeight&&(this.spacerHeight=e,this.spacer.style.height=`${e}px`)}showButton(){let e=this.distanceToEnd()<$a;this.button&&this.button.hidden!==e&&(this.button.hidden=e)}distanceToEnd(){return this.height-this.top-this.viewHeight}measure(){this.height=this.thread.getBoundingClientRect().height,this.viewHeight=this.scroller.clientHeight,this.top=this.scroller.scrollTop}offsetOf(e){return e.getBoundingClientRect().top-this.thread.getBoundingClientRect().top}},io=()=>window.matchMedia(`(prefers-reduced-motion: reduce)`).matches;async function ao(e){let t=await z(`items`);return t.install({icon:q,entityButton:ba}),X(e,t.itemsStyles),t}function oo(e){try{let t=new URL(e,document.baseURI);return[`http:`,`https:`,`mailto:`].includes(t.protocol)?t.href:null}catch{return null}}function so(e,t){let n;try{n=new URL(e,document.baseURI)}catch{return!1}return n.protocol===`blob:`||/^data:image\/(png|jpeg|gif|webp)[;,]/.test(e)?!0:n.protocol!==`https:`&&n.protocol!==`http:`?!1:n.origin===location.origin||t.some(e=>e.startsWith(`*.`)?n.hostname.endsWith(e.slice(1)):n.hostname===e||n.host===e)}function co(e){let t=new Map,n=[];return{sources:n,citations:e.map(({annotations:e=[]})=>e.flatMap(({source:e,index:r})=>{if(!k(e))return[];let i=lo(e),a=t.get(i)??n.push(e);return t.set(i,a),r==null?[]:[{index:r,number:a,source:e}]}))}}function lo(e){return e.type===`url`?e.url:`${e.type}:${e.type===`file`?e.filename:e.id}`}function uo(e,t){let n=[...new Map(e.map(e=>[lo(e),e])).values()];return S`<ul class="sources" aria-label=${t.t(`message.sources`)}>
    ${n.map(e=>S`<li>${fo(e)}</li>`)}
  </ul>`}function fo(e){let t=e.type===`url`?oo(e.url):null,n=e.type===`file`?e.filename:e.title,r=S`${q(ga(e))}<span class="truncate" dir="auto"
      >${n||t}</span
    >`;return t===null?S`<span class="source" title=${n}>${r}</span>`:S`<a
    class="source"
    href=${t}
    title=${n}
    target="_blank"
    rel="noopener noreferrer nofollow"
    >${r}</a
  >`}var po=0,mo=class extends J{constructor(...e){super(...e),this.sources=[],this.list=null,this.listId=`ck-sources-${po+=1}`,this.toggle=()=>{this.list===null?ao(this).then(({sourceList:e})=>this.list=e,e=>this.context.actions.fail(A(e))):this.list=null}}render(){let{t:e}=this.context,t=this.list!==null;return S`<button
        type="button"
        class="cited-toggle"
        aria-expanded=${t}
        aria-controls=${this.listId}
        @click=${this.toggle}
      >
        ${q(`document`)}<span>${e(`message.sources`)}</span>
        <span class="cited-count" aria-hidden="true">${this.sources.length}</span>
        <span class="chevron">${q(`chevron-down`)}</span>
      </button>
      <div id=${this.listId} class="cited" ?hidden=${!t}>
        ${this.list?.(this.sources,this.context)??w}
      </div>`}};Z([T({attribute:!1})],mo.prototype,`context`,void 0),Z([T({attribute:!1})],mo.prototype,`sources`,void 0),Z([E()],mo.prototype,`list`,void 0),Y(`chatkit-sources`,mo);function ho(e,t,n,r){let{sources:i,citations:a}=co(e.content);return S`<article class="message assistant-message">
    <h3 class="sr-only">${t.t(`thread.assistant`)}</h3>
    ${e.content.map((e,i)=>S`<chatkit-markdown
          .context=${t}
          .text=${e.text??``}
          .streaming=${n}
          .imageDomains=${r}
          .citations=${a[i]??[]}
        ></chatkit-markdown>`)}
    ${i.length>0&&!n?S`<chatkit-sources .context=${t} .sources=${i}></chatkit-sources>`:w}
  </article>`}async function go(e,t,n=()=>!0){let r=/^data:(image\/[a-z]+)(;base64)?,(.*)$/s.exec(e);if(!r)throw TypeError(`Not an image.`);let[,i,a,o=``]=r,s=a?atob(o):decodeURIComponent(o),c=Uint8Array.from(s,e=>e.charCodeAt(0)),l=await createImageBitmap(new Blob([c],{type:i}));n()&&(t.width=l.width,t.height=l.height,t.getContext(`2d`)?.drawImage(l,0,0)),l.close()}var _o=class extends J{constructor(){super(),this.src=``,this.alt=``,this.imageDomains=[],this.opens=!1,this.failed=!1,this.canvas=document.createElement(`canvas`),this.open=e=>{if(e.ctrlKey||e.metaKey||e.shiftKey||e.altKey)return;let t=this.renderRoot.querySelector(`img, canvas`);if(!t)return;e.preventDefault();let{src:n,alt:r,context:i}=this;ao(this).then(({showImage:e})=>e(t,n,r,i),e=>i.actions.fail(A(e)))},this.canvas.width=this.canvas.height=1,this.canvas.setAttribute(`role`,`img`)}willUpdate(e){if(!e.has(`src`))return;this.failed=!1;let{src:t}=this;if(!t.startsWith(`data:`))return;let n=()=>t===this.src;go(t,this.canvas,n).catch(()=>{n()&&(this.failed=!0)})}render(){if(this.failed||!so(this.src,this.imageDomains))return this.link();if(this.src.startsWith(`data:`))return this.canvas.setAttribute(`aria-label`,this.alt),this.button(S`${this.canvas}`);let e=S`<img
      src=${this.src}
      alt=${this.alt}
      decoding="async"
      @error=${()=>this.failed=!0}
    />`,t=oo(this.src);return t===null||!this.opens?this.button(e):S`<a
      class="picture"
      href=${t}
      target="_blank"
      rel="noopener noreferrer nofollow"
      aria-haspopup="dialog"
      @click=${this.open}
      >${e}</a
    >`}button(e){return this.opens?S`<button
      type="button"
      class="picture"
      aria-haspopup="dialog"
      @click=${this.open}
    >
      ${e}
    </button>`:e}link(){let e=this.src.startsWith(`data:`)?null:oo(this.src);return S`<div class="fallback">
      ${q(`image`)}
      ${e===null?S`<span>${this.alt}</span>`:S`<a href=${e} target="_blank" rel="noopener noreferrer nofollow"
              >${this.alt}</a
            >`}
    </div>`}};Z([T({attribute:!1})],_o.prototype,`context`,void 0),Z([T({attribute:!1})],_o.prototype,`src`,void 0),Z([T({attribute:!1})],_o.prototype,`alt`,void 0),Z([T({attribute:!1})],_o.prototype,`imageDomains`,void 0),Z([T({attribute:!1})],_o.prototype,`opens`,void 0),Z([E()],_o.prototype,`failed`,void 0),Y(`chatkit-picture`,_o);function vo(e,t,n,r){let{t:i}=t,a=e.image?.url;if(!a&&!n)return S`<div class="fallback">
      ${q(`image`)}<span>${i(`message.unsupported`)}</span>
    </div>`;let o=Math.min(1,Math.max(0,e.progress??0));return S`<figure class="generated-image" data-state=${n?`pending`:`done`}>
    ${a?S`<chatkit-picture
            .context=${t}
            .src=${a}
            .alt=${i(`message.image`)}
            .imageDomains=${r}
            .opens=${!0}
          ></chatkit-picture>`:S`<span class="image-place"></span>`}
    ${n?S`<figcaption>
            <span class=${a?`sr-only`:`shimmer`}>${i(`message.imagePending`)}</span>
            ${o>0?S`<div
                    class="image-progress"
                    role="progressbar"
                    aria-label=${i(`message.imagePending`)}
                    aria-valuenow=${Math.round(o*100)}
                  >
                    <svg viewBox="0 0 100 1" preserveAspectRatio="none" fill="currentColor">
                      <rect width=${o*100} height="1" />
                    </svg>
                  </div>`:w}
          </figcaption>`:w}
  </figure>`}function yo(e,t){return S`<dl class="questions" data-status=${e.status}>
    ${e.inputs.map(n=>bo(n,e.status===`pending`,t))}
  </dl>`}function bo(e,t,{t:n}){let r=e.answer?.values??[],i=(e.options??[]).map(({value:e})=>e);return S`<div class="question">
    <dt class="question-text"><bdi>${e.question}</bdi></dt>
    ${t?S`<dd class="question-hint">${xo(i)}</dd>`:S`<dd class="question-answer" ?data-skipped=${r.length===0}>
            ${q(r.length>0?`check`:`dot`)}
            <span>${r.length>0?xo(r):n(`input.skipped`)}</span>
          </dd>`}
  </div>`}function xo(e){return e.map((e,t)=>S`${t>0?` · `:``}<bdi>${e}</bdi>`)}var So={custom:`dot`,web_search:`search`,thought:`lightbulb`,file:`document`,image:`image`};function Co(e,t){return S`<div class="task" data-status=${e.status_indicator??`none`}>
    <span class="task-mark">${wo(e,t)}</span>
    <div class="task-body">
      <div class="task-title">${To(e,t)}</div>
      ${Eo(e,t)}
    </div>
  </div>`}function wo(e,{t}){let n=e.type===`custom`&&e.icon||So[e.type]||`dot`;return e.status_indicator===`loading`?S`<span class="spinner" role="img" aria-label=${t(`workflow.running`)}></span>`:e.status_indicator===`complete`?S`<span class="task-complete" role="img" aria-label=${t(`workflow.done`)}
      >${q(`check`)}</span
    >`:S`${q(n)}`}function To(e,{t}){return e.type===`web_search`?e.title?e.title:e.title_query?t(`task.searchFor`,{query:e.title_query}):t(e.status_indicator===`complete`?`task.webSearched`:`task.webSearch`):e.title?e.title:e.type===`image`?t(`task.image`):t({custom:`task.custom`,thought:`task.thought`,file:`task.file`}[e.type]??`task.custom`)}function Eo(e,t){if(e.type===`custom`||e.type===`thought`)return e.content?S`<chatkit-markdown
      class="task-text"
      .context=${t}
      .text=${e.content}
      .streaming=${e.status_indicator===`loading`}
    ></chatkit-markdown>`:w;if(e.type===`web_search`){let n=e.queries??[];return S`${n.length>0?S`<ul class="queries">
            ${n.map(e=>S`<li>${q(`search`)}<span>${e}</span></li>`)}
          </ul>`:w}${Do(e.sources,t)}`}return e.type===`file`?Do(e.sources,t):w}function Do(e,t){return e&&e.length>0?uo(e,t):w}function Oo(e,t,n){let{t:r}=t,i=e.content.map(e=>e.type===`input_tag`?ba(nr(e),ko(e),t):e.text),{attachments:a=[]}=e,o=a.filter(e=>e.type===`image`&&e.preview_url),s=e=>e.length===0?w:S`<ul
          class="attachments"
          aria-label=${r(`composer.attachments`)}
          ?data-several=${e.length>1}
        >
          ${e.map(e=>Ao(e,t,n))}
        </ul>`;return S`<article class="message user-message">
    <h3 class="sr-only">${r(`thread.you`)}</h3>
    ${s(o)}${s(a.filter(e=>!o.includes(e)))}
    ${e.quoted_text?S`<blockquote class="quote" aria-label=${r(`message.quoted`)}>
            ${q(`reply`)}<span dir="auto">${e.quoted_text}</span>
          </blockquote>`:w}
    ${i.length>0?S`<div class="bubble" dir="auto">${i}</div>`:w}
  </article>`}function ko({id:e,text:t}){let n=ya.get(e);return n?S`${q(n)}${t}`:t}function Ao(e,t,n){let r=t.t(`message.attachment`,{name:e.name});return e.type===`image`&&e.preview_url?S`<li>
        <chatkit-picture
          class="attachment-image"
          .context=${t}
          .src=${e.preview_url}
          .alt=${r}
          .imageDomains=${n}
          .opens=${!0}
        ></chatkit-picture>
      </li>`:S`<li class="attachment" title=${e.name}>
        ${q(`document`)}<span class="truncate"><bdi>${e.name}</bdi></span>
      </li>`}var jo=class extends J{constructor(...e){super(...e),this.imageDomains=[],this.loading=!1,this.failed=!1}willUpdate(e){let t=e.get(`context`)&&e.get(`context`)?.t!==this.context.t;(e.has(`imageDomains`)||t)&&(this.view=void 0),this.view?this.view.update(this.item.widget):!this.loading&&!this.failed&&this.load()}render(){let{t:e}=this.context;return this.view?this.view.element:this.failed?S`<div class="fallback">${this.item.copy_text??e(`message.unsupported`)}</div>`:S`<div class="fallback" role="status">
        <span class="spinner"></span><span>${e(`widget.loading`)}</span>
      </div>`}async load(){this.loading=!0;try{let[e]=await Promise.all([z(`widgets`),fa()]);X(this,e.widgetStyles);let t=pa();t&&X(this,t.markdownStyles),this.view??=this.createView(e),this.view.update(this.item.widget)}catch(e){this.failed=!0,this.context.actions.fail(A(e))}this.loading=!1,this.requestUpdate()}createView(e){let{context:t,conversation:n,imageDomains:r}=this;return e.createWidgetView({onAction:(e,r)=>t.actions.widgetAction(n,this.item.id,e,r),explain:e=>({text:wa(A(e),t.t,`error.action`),canRetry:Ea(A(e))}),whenIdle:()=>n.busy?n.turnEnd:void 0,markdown:()=>ma(t,r),icon:q,t:t.t,locale:t.locale,...t.options.theme&&{theme:t.options.theme},loadChart:()=>z(`chart`),allowedImageDomains:r})}};Z([T({attribute:!1})],jo.prototype,`context`,void 0),Z([T({attribute:!1})],jo.prototype,`conversation`,void 0),Z([T({attribute:!1})],jo.prototype,`item`,void 0),Z([T({attribute:!1})],jo.prototype,`imageDomains`,void 0),Y(`chatkit-widget`,jo);var Mo=class extends J{constructor(...e){super(...e),this.streaming=!1,this.chosen=null}willUpdate(e){let t=e.get(`item`);t&&t.workflow.expanded!==this.item.workflow.expanded&&(this.chosen=null)}render(){let{t:e}=this.context,{workflow:t,id:n}=this.item,{tasks:r=[]}=t,i=S`<span class="workflow-icon">${q(No(t))}</span>
      <span class="workflow-title ${this.streaming?`shimmer`:``}"
        ><bdi>${Po(t,this.streaming,e)}</bdi></span
      >`;if(r.length===0)return S`<div class="workflow workflow-toggle">${i}</div>`;let a=this.chosen??t.expanded??!1,o=`workflow-${n}`;return S`<section class="workflow" data-type=${t.type}>
      <button
        type="button"
        class="workflow-toggle"
        aria-expanded=${a}
        aria-controls=${o}
        @click=${()=>this.chosen=!a}
      >
        ${i}
        <span class="chevron">${q(`chevron-down`)}</span>
      </button>
      <ol id=${o} class="workflow-tasks" ?hidden=${!a}>
        ${a?r.map(e=>S`<li>${Co(e,this.context)}</li>`):w}
      </ol>
    </section>`}};Z([T({attribute:!1})],Mo.prototype,`context`,void 0),Z([T({attribute:!1})],Mo.prototype,`item`,void 0),Z([T({attribute:!1})],Mo.prototype,`streaming`,void 0),Z([E()],Mo.prototype,`chosen`,void 0);function No({type:e,summary:t}){return t&&`title`in t&&t.icon?t.icon:e===`reasoning`?`sparkle`:`tool`}function Po(e,t,n){let{type:r,summary:i,tasks:a=[]}=e;if(i&&`title`in i)return i.title;if(i&&`duration`in i){let e=Math.max(1,Math.round(i.duration));return e<120?n(`workflow.thought`,{n:e}):n(`workflow.thoughtMinutes`,{n:Math.round(e/60)})}let o=a.filter(e=>e.title),s=o.findLast(e=>e.status_indicator===`loading`)??o.at(-1);return t&&r===`reasoning`?n(`workflow.thinking`):t?s?.title??n(`workflow.working`):r===`reasoning`?n(`workflow.reasoning`):n(`workflow.steps`,{n:a.length})}Y(`chatkit-workflow`,Mo);var Fo=class extends J{constructor(...e){super(...e),this.streaming=!1,this.answerable=!1,this.imageDomains=[]}render(){let{context:e,item:t,streaming:n,imageDomains:r}=this;switch(t.type){case`user_message`:return Oo(t,e,r);case`assistant_message`:return ho(t,e,n,r);case`workflow`:return S`<chatkit-workflow
          .context=${e}
          .item=${t}
          .streaming=${n}
        ></chatkit-workflow>`;case`task`:return Co(t.task,e);case`widget`:return S`<chatkit-widget
          .context=${e}
          .conversation=${this.conversation}
          .item=${t}
          .imageDomains=${r}
        ></chatkit-widget>`;case`generated_image`:return vo(t,e,n,r);case`structured_input`:return t.status===`pending`&&this.loadForm(),this.answerable?w:yo(t,e);default:return w}}loadForm(){ao(this).catch(e=>this.context.actions.fail(A(e)))}};Z([T({attribute:!1})],Fo.prototype,`context`,void 0),Z([T({attribute:!1})],Fo.prototype,`conversation`,void 0),Z([T({attribute:!1})],Fo.prototype,`item`,void 0),Z([T({attribute:!1})],Fo.prototype,`streaming`,void 0),Z([T({attribute:!1})],Fo.prototype,`answerable`,void 0),Z([T({attribute:!1})],Fo.prototype,`imageDomains`,void 0),Y(`chatkit-item`,Fo);var Io=new Set([`client_tool_call`,`end_of_turn`]);function Lo(e,t=[],n=e=>e.id){let r=new Map(t.flatMap(e=>e.items[0]?[[e.items[0].id,e]]:[])),i=[],a=0;for(let t=1;t<=e.length;t+=1){let o=e[t];if(o&&o.type!==`user_message`)continue;let s=Ro(e.slice(a,t),r,n);s.entries.length>0&&i.push(s),a=t}return i}function Ro(e,t,n){let r=e[0],i=t.get(r.id);return i?.items.length===e.length&&i.items.every((t,n)=>t===e[n])?i:{key:(i??t.get(e.find(e=>t.has(e.id))?.id??``))?.key??n(r),entries:zo(e),items:e}}function zo(e){let t=e.filter(e=>!Io.has(e.type)).map(e=>({item:e,end:null})),n=e[0]?.type===`user_message`?e[0]:null,r=n===null?e:e.slice(1),i=t.at(-1);return i&&i.item!==n&&(i.end={itemIds:r.map(e=>e.id),text:Bo(r),messageId:n?.id??null,createdAt:i.item.created_at}),t}function Bo(e){return e.flatMap(e=>e.type===`assistant_message`?e.content.map(e=>e.text??``):e.type===`widget`?[e.copy_text??``]:[]).filter(e=>e.trim()!==``).join(`

`)}var Vo=class extends J{constructor(...e){super(...e),this.revision=0,this.scroller=null,this.watched=0,this.far=null,this.shown=null,this.focused=null,this.imageDomains=[],this.turns=[],this.drawn=null}remember(){this.drawn={...this.conversation}}grow(){let{conversation:e,drawn:t}=this;if(t===null||!Xa(t,e))return!1;this.growing??=[...this.renderRoot.querySelectorAll(`chatkit-item`)].at(-1);let n=e.state.items.at(-1);return this.growing?.item.id===n.id&&(this.growing.item=n,!0)}willUpdate(){let{context:e,conversation:t}=this,n=t.state.thread?.allowed_image_domains??[],r=[...e.imageDomains,...n];r.join()!==this.imageDomains.join()&&(this.imageDomains=r),this.growing=void 0;let{items:i,drawnAs:a}=t.state,o=Lo(i,this.turns,({id:e})=>a.get(e)??e);o[0]?.items[0]!==this.turns[0]?.items[0]&&(this.scroller?.rememberPosition(),this.updateComplete.then(()=>this.keepPosition())),this.turns=o}render(){let{context:e,conversation:t}=this,{state:n,phase:r}=t,{t:i}=e,a=r===`responding`,{turns:o}=this;return S`<div
        class="scroller"
        role="log"
        aria-live="off"
        aria-label=${i(`thread.conversation`)}
        aria-busy=${a}
        tabindex="0"
        @scroll=${()=>this.scroller?.onScroll()}
      >
        <div class="thread">
          ${this.older()} ${this.noticesAfter(null)}
          ${qa(o,({key:e})=>e,(e,t)=>this.turn(e,t===o.length-1))}
          ${a&&this.waiting()?La(n.progress,e):w}
          ${this.end()}
        </div>
        <div class="spacer" aria-hidden="true"></div>
      </div>
      <button
        type="button"
        class="scroll-to-end"
        hidden
        aria-label=${i(`thread.scrollToEnd`)}
        title=${i(`thread.scrollToEnd`)}
        @click=${()=>this.scroller?.jumpToEnd()}
      >
        ${q(`arrow-down`)}
      </button>`}turn(e,t){let{context:n,conversation:r,imageDomains:i}=this,{state:a,phase:o}=r;return S`<div class="turn">${Ga([e,t&&o,n,r,i,a.thread?.status?.type,a.notices,a.unfinished],()=>qa(e.entries,({item:e})=>a.drawnAs.get(e.id)??e.id,(n,r)=>this.entry(n,t&&r===e.entries.length-1)))}</div>`}entry({item:e,end:t},n){let{context:r,conversation:i}=this,{state:a,phase:o}=i,s=o===`responding`&&n,c=a.thread?.status?.type??`active`;return S`<chatkit-item
        class="item"
        data-type=${e.type}
        .context=${r}
        .conversation=${i}
        .item=${e}
        .streaming=${a.unfinished.has(e.id)}
        .answerable=${n&&Ha(i)===e}
        .imageDomains=${this.imageDomains}
      ></chatkit-item>
      ${t&&!s?S`<chatkit-answer-actions
              .context=${r}
              .conversation=${i}
              .end=${t}
              .last=${n}
              .status=${c}
            ></chatkit-answer-actions>`:w}
      ${this.noticesAfter(e.id)}`}noticesAfter(e){let{context:t,conversation:n}=this,{notices:r,items:i}=n.state;return r.filter(t=>e===null?t.afterItem===null||!i.some(e=>e.id===t.afterItem):t.afterItem===e).map(e=>Ma(e,t,()=>n.dismissNotice(e.key)))}end(){let{context:e,conversation:t}=this,{failure:n,state:r,phase:i}=t;return n?Na(n,e,this.onRetry,()=>t.dismissFailure()):!r.incomplete||i!==`idle`?w:Fa(e,(r.thread?.status?.type??`active`)===`active`?t.tryAgain:null)}waiting(){let{items:e,unfinished:t,progress:n}=this.conversation.state,r=e.at(-1);return n!==null||!r||!t.has(r.id)||r.type===`assistant_message`&&r.content.every(e=>!e.text)}older(){let{conversation:e,context:t}=this;return e.olderCursor===null?w:S`<div class="older">
      ${e.olderFailed?S`<button
              type="button"
              class="button small"
              @click=${()=>void e.loadOlder()}
            >
              ${t.t(`thread.loadEarlier`)}
            </button>`:S`<span class="spinner" ?hidden=${!e.loadingOlder}></span>`}
    </div>`}firstUpdated(){let e=this.renderRoot.querySelector(`.scroller`);e&&(this.scroller=new ro(e,{onTop:()=>{this.conversation.olderFailed||this.conversation.loadOlder()}}))}updated(){let{scroller:e,conversation:t,context:n}=this;if(!e)return;let r=t.phase===`responding`;e.growing=r,e.follow=r&&(n.options.thread?.autoScroll??!1);let i=this.shown!==t,a=this.focused!==t.focus;this.shown=t,this.focused=t.focus,r&&(i||a)?e.bringIntoView(this.lastMessage(),!i):i&&e.startAtEnd(),this.restFarTurns()}async keepPosition(){for(let e of[`chatkit-item`,`chatkit-markdown`]){let t=this.renderRoot.querySelectorAll(e);await Promise.all([...t].map(e=>e.updateComplete))}this.scroller?.keepPosition()}restFarTurns(){if(this.turns.length!==this.watched){this.watched=this.turns.length,this.far??=new IntersectionObserver(e=>{for(let{target:t,isIntersecting:n}of e)t.toggleAttribute(`data-far`,!n)},{root:this.renderRoot.querySelector(`.scroller`),rootMargin:`150% 0px`});for(let e of this.renderRoot.querySelectorAll(`.turn:not([data-watched])`))e.toggleAttribute(`data-watched`,!0),this.far.observe(e)}}lastMessage(){let e=this.renderRoot.querySelectorAll(`.item[data-type="user_message"]`);return e[e.length-1]??null}disconnectedCallback(){super.disconnectedCallback(),this.scroller?.disconnect()}connectedCallback(){super.connectedCallback(),this.scroller?.connect()}};Z([T({attribute:!1})],Vo.prototype,`context`,void 0),Z([T({attribute:!1})],Vo.prototype,`conversation`,void 0),Z([T({attribute:!1})],Vo.prototype,`revision`,void 0),Z([T({attribute:!1})],Vo.prototype,`onRetry`,void 0),Y(`chatkit-thread`,Vo);function Ho(e){let{context:t,conversation:n,revision:r,composer:i,history:a}=e,{options:o,t:s}=t,c=Ha(n);return S`<section
    class="root"
    aria-label=${o.frameTitle??s(`frame.title`)}
    lang=${t.locale}
    dir=${t.dir}
  >
    <div class="main" ?inert=${a!==null}>
      ${o.header?.enabled??!0?Ra(t,n):w}
      <div class="body">${Wo(e)}</div>
      <div class="dock">
        ${c===null?w:S`<chatkit-questions
                .context=${t}
                .conversation=${n}
                .item=${c}
                .revision=${r}
              ></chatkit-questions>`}
        <chatkit-composer
          .context=${t}
          .conversation=${n}
          .revision=${r}
          .uploads=${i.uploads}
          .draftKey=${i.draftKey}
          .awaitsThread=${e.awaitsThread}
          .onToolChange=${i.onToolChange}
        ></chatkit-composer>
        ${Go(t)}
      </div>
      <chatkit-quote-reply .context=${t}></chatkit-quote-reply>
    </div>
    ${a===null?w:S`<chatkit-history
            .context=${t}
            .history=${a.history}
            .revision=${r}
            .currentId=${n.threadId}
            .onRenamed=${a.onRenamed}
            .onDeleted=${a.onDeleted}
          ></chatkit-history>`}
    <div class="sr-only" role="status" aria-live="polite">${e.announcement}</div>
  </section>`}function Uo(e){return S`<div class="root"><pre class="invalid" role="alert">${e.message}</pre></div>`}function Wo({context:e,conversation:t,revision:n,awaitsThread:r,onRetry:i}){let{phase:a,state:o,failure:s}=t;return a===`loading`||r?S`<div class="loading" role="status">
      <span class="sr-only">${e.t(`thread.loading`)}</span>
      <div class="skeleton"></div>
      <div class="skeleton"></div>
      <div class="skeleton"></div>
    </div>`:t.loadFailed&&s?Ia(s,e,i):o.items.length===0&&a===`idle`?S`${t.threadId===null?Ua(e):w}
    ${s?S`<div class="body-failure">
            ${Na(s,e,i,()=>t.dismissFailure())}
          </div>`:w}`:S`<chatkit-thread
    .context=${e}
    .conversation=${t}
    .revision=${n}
    .onRetry=${i}
  ></chatkit-thread>`}function Go(e){let{disclaimer:t}=e.options;return t?S`<chatkit-markdown
    class="disclaimer"
    ?data-high-contrast=${t.highContrast??!1}
    .context=${e}
    .text=${t.text}
  ></chatkit-markdown>`:w}async function Ko(e){let t=await z(`history`);t.install({icon:q,iconButton:Ba,describeError:wa,toError:A,wayOn:Pa}),X(e,t.historyStyles)}var qo=class{constructor(e){this.host=e,this.list=[],this.parked=new Map,this.nextKey=1}get pending(){return this.list.some(e=>e.attachment===null)}get attachments(){return this.list.flatMap(e=>e.attachment??[])}replace(e){for(let e of this.list)e.abort.abort();this.set([]);for(let t of e)this.add(t.name,t.mime_type,{attachment:t})}turn(e,t){this.parked.set(e??``,this.list),this.set(this.parked.get(t??``)??[]),this.parked.delete(t??``)}add(e,t,n){let r={key:this.nextKey++,name:e,mimeType:t,file:null,attachment:null,failed:!1,abort:new AbortController,...n};return this.set([...this.list,r]),r}change(e,t){let n=n=>n.map(n=>n.key===e?{...n,...t}:n);for(let[e,t]of this.parked)this.parked.set(e,n(t));this.set(n(this.list))}drop(e){this.set(this.list.filter(t=>t.key!==e))}set(e){this.list=e,this.host.changed()}};async function Jo({conversation:e,itemId:t,action:n,formData:r,options:i,emit:a}){try{if(!k(n)||typeof n.type!=`string`)throw new D(`A widget's action needs a type.`);let{type:o}=n,s={type:o,payload:Zo(n.payload??{},r,e=>{let t=new D(`The field "${e}" is left out: the payload of the action "${o}" has that name already.`);a(`chatkit.error`,{error:t}),Xo(t)})};if(n.handler===`client`){let n=i?.widgets?.onAction;if(!n)throw Yo(o);let r=e.state.items.find(e=>e.id===t);await n(s,{id:t,widget:r?.type===`widget`?r.widget:{type:`Card`}})}else n.streaming===!1?await e.sendSyncAction(s,t):await e.sendAction(s,t)}catch(t){if(e.failure?.error===t)return;throw a(`chatkit.error`,{error:A(t)}),t}}function Yo(e){let t=new D(`The action "${e}" is for the page (handler: "client"), but the option widgets.onAction is not set.`);return Xo(t),t}function Xo(e){console.warn(`<openai-chatkit> ${e.message}`)}function Zo(e,t,n,r=``){if(!k(e))return Object.keys(t).forEach(e=>n(r+e)),e;let i={...t,...e};for(let[a,o]of Object.entries(t)){let t=e[a];a in e&&(k(t)&&k(o)?i[a]=Zo(t,o,n,`${r}${a}.`):n(r+a))}return i}var Qo=1500,$o=class extends Ve{constructor(){super(),this.imageDomains=[],this.signIn=null,this.options=null,this.wordsFor=null,this.unattended=new Map,this.historyOpen=!1,this.revision=0,this.invalid=null,this.opened=!1,this.awaitsThread=!1,this.whenReady=new Promise(e=>this.markReady=e),this.themeSheet=new CSSStyleSheet,this.schedule=new qr(()=>{this.revision+=1,this.requestUpdate()},()=>this.thread?.grow()??!1),this.announcer=new Vr(()=>this.requestUpdate()),this.history=new Ir(()=>this.client,()=>this.schedule.now()),this.uploads=new qo({client:()=>this.client,options:()=>this.options,changed:()=>this.schedule.now()}),this.host=(()=>{let e=this;return{get client(){return e.client},get onClientTool(){return e.options?.onClientTool},emit:(e,t)=>this.emit(e,t),changed:e=>this.conversationChanged(e),threadCreated:(e,t)=>{e===this.conversation?this.emit(`chatkit.thread.change`,{threadId:t}):this.unattended.set(t,e)},returnMessage:(e,t)=>{this.composer?.keeper.restore(e,t)}}})(),this.emit=(e,t)=>{e===`chatkit.response.start`&&this.announcer.say(this.context.t(`thread.responding`)),e===`chatkit.response.end`&&this.announceAnswer(),this.dispatchEvent(new CustomEvent(e,{detail:t,bubbles:!0,composed:!0}))},this.onToolChange=e=>{this.emit(`chatkit.tool.change`,{toolId:e})},this.onRetry=()=>{let{failure:e}=this.conversation;this.refreshContext(!1),this.composer?.keeper.takeReturned(),e?.retry?.()},this.onSignIn=()=>{setTimeout(()=>{this.context={...this.context,signIn:null},this.schedule.now()})},this.onRenamed=(e,t)=>{e===this.conversation.threadId&&this.conversation.setTitle(t)},this.onDeleted=e=>{e===this.conversation.threadId&&this.show(null)},this.actions={send:e=>{this.shadowRoot?.activeElement?.matches(`.prompt`)&&this.composer?.focus(),this.conversation.send(e).catch(()=>void 0)},stop:()=>this.conversation.stop(),newChat:()=>{this.hideHistory(),this.show(null).then(()=>this.composer?.focus())},openThread:e=>{this.hideHistory(),e!==this.conversation.threadId&&this.show(e)},openHistory:()=>{this.showHistory().catch(e=>this.emit(`chatkit.error`,{error:A(e)}))},closeHistory:()=>void this.hideHistory(),deepLink:(e,t)=>this.emit(`chatkit.deeplink`,{name:e,data:t}),widgetAction:(e,t,n,r)=>Jo({conversation:e,itemId:t,action:n,formData:r,options:this.options,emit:this.emit}),feedback:(e,t)=>this.conversation.sendFeedback(e,t),quote:e=>void this.composer?.setValue({reply:e}).then(()=>this.composer?.focus()),announce:e=>this.announcer.say(e),fail:e=>this.emit(`chatkit.error`,{error:e})},this.conversation=new Pr(this.host,null)}createRenderRoot(){let e=this.attachShadow({mode:`open`});return e.adoptedStyleSheets=[this.themeSheet,...ca()],e}connectedCallback(){super.connectedCallback(),this.endWatch=Rr(()=>{this.schedule.now(),this.conversation.catchUp()}),this.open()}disconnectedCallback(){super.disconnectedCallback(),this.endWatch?.()}setOptions(e){try{this.options=Vn(e)}catch(e){throw this.invalid=this.options===null?A(e):null,this.schedule.now(),this.emit(`chatkit.error`,{error:A(e)}),e}this.invalid=null;let{locale:t,api:n,theme:r}=this.options,i=(t===this.wordsFor?this.words:void 0)??fn(t),a=i!==this.words;if(this.words=i,this.wordsFor=t,this.client=new yt({api:n,locale:i.locale,hostedUrl:this.dataset.apiUrl??`/chatkit/conversation`}),this.applyTheme(r),this.refreshContext(a),a){let e=kn(t);e&&console.warn(e),i.ready.then(()=>{this.words===i&&this.refreshContext(!0)})}this.open()}async focusComposer(){await this.whenReady,this.conversation.assertIdle();let e=this.renderRoot.querySelector(`chatkit-questions`);e&&await ao(e).catch(()=>void 0),(e??this.composer)?.focus()}async setThreadId(e){await this.whenReady,this.conversation.assertIdle(),await this.show(e)}async sendCustomAction(e,t){await this.whenReady,await this.conversation.sendAction(e,t),await this.conversation.turnEnd}async sendUserMessage(e){await this.whenReady,this.conversation.assertIdle();let t={content:er(e.content??e.text??``),attachments:e.attachments??[],quotedText:e.reply??``,inferenceOptions:{...e.toolChoice?{tool_choice:e.toolChoice}:{},...e.model===void 0?{}:{model:e.model}}};if(!rr(t))throw new D(`There is nothing to send.`);e.newThread&&(this.composer?.keeper.carry(),await this.show(null)),await this.conversation.send(t)}async setComposerValue(e){await this.whenReady,await this.updateComplete,await this.composer?.setValue(e)}async showHistory(){await this.whenReady,this.options?.history?.enabled!==!1&&(await Ko(this.renderRoot),this.historyOpen||(this.historyOpen=!0,this.history.reload(),this.emit(`chatkit.history.open`),await this.updateComplete,this.historyPanel?.focus()))}async hideHistory(){if(await this.whenReady,!this.historyOpen)return;this.historyOpen=!1,this.schedule.now(),this.emit(`chatkit.history.close`),await this.updateComplete;let e=this.renderRoot.querySelector(`[data-action="open-history"]`);e?e.focus():this.composer?.focus()}async fetchUpdates(){await this.whenReady,await this.conversation.refresh(),this.historyOpen&&await this.history.reload()}willUpdate(){this.thread?.remember()}render(){if(this.invalid)return Uo(this.invalid);if(this.options===null)return w;let{context:e,conversation:t,revision:n,history:r,uploads:i}=this;return Ho({context:e,conversation:t,revision:n,awaitsThread:this.awaitsThread,announcement:this.announcer.text,onRetry:this.onRetry,composer:{uploads:i,draftKey:this.storedUnder(),onToolChange:this.onToolChange},history:this.historyOpen?{history:r,onRenamed:this.onRenamed,onDeleted:this.onDeleted}:null})}open(){if(this.opened||!this.isConnected||this.options===null)return;this.opened=!0;let{initialThread:e=null}=this.options;this.awaitsThread=e!==null,Promise.all([this.updateComplete,Jr()]).then(()=>{if(this.markReady(),this.emit(`chatkit.ready`),fa().then(()=>this.composer&&Da(this.composer)).then(()=>{if(this.options?.history?.enabled!==!1)return Ko(this.renderRoot)}).catch(()=>void 0),e!==null)return this.show(e)})}async show(e){this.awaitsThread=!1;let t=this.conversation;t.threadId!==null&&t.busy&&this.unattended.set(t.threadId,t);let n=e===null?void 0:this.unattended.get(e),r=n??new Pr(this.host,e);if(this.conversation=r,t.threadId!==e&&this.emit(`chatkit.thread.change`,{threadId:e}),this.schedule.now(),n===void 0&&e!==null){let e=new Promise(e=>setTimeout(e,Qo));await r.load(Promise.race([fa(),e]))}}conversationChanged(e){let{threadId:t}=e;if(t!==null&&!e.busy&&this.unattended.get(t)===e&&this.unattended.delete(t),e!==this.conversation)return;let{progress:n,notices:r}=e.state;this.announcer.tell(r),n!==null&&this.announcer.mention(n.text),e.phase===`responding`?this.schedule.soon():this.schedule.now()}async announceAnswer(){let{conversation:e}=this;if(await Jr(),e!==this.conversation)return;let t=[...[...this.renderRoot.querySelectorAll(`.turn`)].at(-1)?.querySelectorAll(`article.assistant-message`)??[]].map(Gr).join(`
`).trim(),{t:n}=this.context,{state:r,failure:i}=e,a=r.incomplete&&!i?n(`thread.stopped`):``,o=t===``?``:`${n(`thread.assistant`)} ${t}`;this.announcer.say(`${o} ${a}`.trim()||n(`thread.responded`))}storedUnder(){if(this.draftKey!==void 0)return this.draftKey&&`${this.draftKey}:drafts:${this.id}`;let{api:e}=this.options??{},t=e&&`url`in e?`${e.url} ${e.domainKey}`:``;return`openai-chatkit:drafts:${this.id} ${t}`}applyTheme(e){let{cssText:t,fontFaces:n}=qt(e);this.themeSheet.replaceSync(t);for(let e of n)document.fonts.add(e),e.load().catch(e=>this.emit(`chatkit.error`,{error:A(e)}))}refreshContext(e){if(this.options===null)return;let t=this.words??fn(void 0);this.context={options:this.options,locale:t.locale,dir:t.dir,imageDomains:this.imageDomains,signIn:this.signIn&&{...this.signIn,begin:this.onSignIn},t:e?(e,n)=>t.t(e,n):this.context.t,actions:this.actions},this.schedule.now()}};Z([Ke(`chatkit-thread`)],$o.prototype,`thread`,void 0),Z([Ke(`chatkit-composer`)],$o.prototype,`composer`,void 0),Z([Ke(`chatkit-history`)],$o.prototype,`historyPanel`,void 0);function es(){customElements.get(`openai-chatkit`)||customElements.define(`openai-chatkit`,$o)}es();export{Xt as registerAssets};