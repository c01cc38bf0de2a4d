var e=globalThis,t=e.ShadowRoot&&(e.ShadyCSS===void 0||e.ShadyCSS.nativeShadow)&&`adoptedStyleSheets`in Document.prototype&&`replace`in CSSStyleSheet.prototype,n=Symbol(),r=new WeakMap,i=class{constructor(e,t,r){if(this._$cssResult$=!0,r!==n)throw Error("CSSResult is not constructable. Use `unsafeCSS` or `css` instead.");this.cssText=e,this.t=t}get styleSheet(){let e=this.o,n=this.t;if(t&&e===void 0){let t=n!==void 0&&n.length===1;t&&(e=r.get(n)),e===void 0&&((this.o=e=new CSSStyleSheet).replaceSync(this.cssText),t&&r.set(n,e))}return e}toString(){return this.cssText}},a=e=>new i(typeof e==`string`?e:e+``,void 0,n),o=(n,r)=>{if(t)n.adoptedStyleSheets=r.map(e=>e instanceof CSSStyleSheet?e:e.styleSheet);else for(let t of r){let r=document.createElement(`style`),i=e.litNonce;i!==void 0&&r.setAttribute(`nonce`,i),r.textContent=t.cssText,n.appendChild(r)}},s=t?e=>e:e=>e instanceof CSSStyleSheet?(e=>{let t=``;for(let n of e.cssRules)t+=n.cssText;return a(t)})(e):e,{is:c,defineProperty:l,getOwnPropertyDescriptor:u,getOwnPropertyNames:d,getOwnPropertySymbols:f,getPrototypeOf:p}=Object,m=globalThis,ee=m.trustedTypes,te=ee?ee.emptyScript:``,ne=m.reactiveElementPolyfillSupport,h=(e,t)=>e,g={toAttribute(e,t){switch(t){case Boolean:e=e?te:null;break;case Object:case Array:e=e==null?e:JSON.stringify(e)}return e},fromAttribute(e,t){let n=e;switch(t){case Boolean:n=e!==null;break;case Number:n=e===null?null:Number(e);break;case Object:case Array:try{n=JSON.parse(e)}catch{n=null}}return n}},_=(e,t)=>!c(e,t),re={attribute:!0,type:String,converter:g,reflect:!1,useDefault:!1,hasChanged:_};Symbol.metadata??=Symbol(`metadata`),m.litPropertyMetadata??=new WeakMap;var v=class extends HTMLElement{static addInitializer(e){this._$Ei(),(this.l??=[]).push(e)}static get observedAttributes(){return this.finalize(),this._$Eh&&[...this._$Eh.keys()]}static createProperty(e,t=re){if(t.state&&(t.attribute=!1),this._$Ei(),this.prototype.hasOwnProperty(e)&&((t=Object.create(t)).wrapped=!0),this.elementProperties.set(e,t),!t.noAccessor){let n=Symbol(),r=this.getPropertyDescriptor(e,n,t);r!==void 0&&l(this.prototype,e,r)}}static getPropertyDescriptor(e,t,n){let{get:r,set:i}=u(this.prototype,e)??{get(){return this[t]},set(e){this[t]=e}};return{get:r,set(t){let a=r?.call(this);i?.call(this,t),this.requestUpdate(e,a,n)},configurable:!0,enumerable:!0}}static getPropertyOptions(e){return this.elementProperties.get(e)??re}static _$Ei(){if(this.hasOwnProperty(h(`elementProperties`)))return;let e=p(this);e.finalize(),e.l!==void 0&&(this.l=[...e.l]),this.elementProperties=new Map(e.elementProperties)}static finalize(){if(this.hasOwnProperty(h(`finalized`)))return;if(this.finalized=!0,this._$Ei(),this.hasOwnProperty(h(`properties`))){let e=this.properties,t=[...d(e),...f(e)];for(let n of t)this.createProperty(n,e[n])}let e=this[Symbol.metadata];if(e!==null){let t=litPropertyMetadata.get(e);if(t!==void 0)for(let[e,n]of t)this.elementProperties.set(e,n)}this._$Eh=new Map;for(let[e,t]of this.elementProperties){let n=this._$Eu(e,t);n!==void 0&&this._$Eh.set(n,e)}this.elementStyles=this.finalizeStyles(this.styles)}static finalizeStyles(e){let t=[];if(Array.isArray(e)){let n=new Set(e.flat(1/0).reverse());for(let e of n)t.unshift(s(e))}else e!==void 0&&t.push(s(e));return t}static _$Eu(e,t){let n=t.attribute;return!1===n?void 0:typeof n==`string`?n:typeof e==`string`?e.toLowerCase():void 0}constructor(){super(),this._$Ep=void 0,this.isUpdatePending=!1,this.hasUpdated=!1,this._$Em=null,this._$Ev()}_$Ev(){this._$ES=new Promise(e=>this.enableUpdating=e),this._$AL=new Map,this._$E_(),this.requestUpdate(),this.constructor.l?.forEach(e=>e(this))}addController(e){(this._$EO??=new Set).add(e),this.renderRoot!==void 0&&this.isConnected&&e.hostConnected?.()}removeController(e){this._$EO?.delete(e)}_$E_(){let e=new Map,t=this.constructor.elementProperties;for(let n of t.keys())this.hasOwnProperty(n)&&(e.set(n,this[n]),delete this[n]);e.size>0&&(this._$Ep=e)}createRenderRoot(){let e=this.shadowRoot??this.attachShadow(this.constructor.shadowRootOptions);return o(e,this.constructor.elementStyles),e}connectedCallback(){this.renderRoot??=this.createRenderRoot(),this.enableUpdating(!0),this._$EO?.forEach(e=>e.hostConnected?.())}enableUpdating(e){}disconnectedCallback(){this._$EO?.forEach(e=>e.hostDisconnected?.())}attributeChangedCallback(e,t,n){this._$AK(e,n)}_$ET(e,t){let n=this.constructor.elementProperties.get(e),r=this.constructor._$Eu(e,n);if(r!==void 0&&!0===n.reflect){let i=(n.converter?.toAttribute===void 0?g:n.converter).toAttribute(t,n.type);this._$Em=e,i==null?this.removeAttribute(r):this.setAttribute(r,i),this._$Em=null}}_$AK(e,t){let n=this.constructor,r=n._$Eh.get(e);if(r!==void 0&&this._$Em!==r){let e=n.getPropertyOptions(r),i=typeof e.converter==`function`?{fromAttribute:e.converter}:e.converter?.fromAttribute===void 0?g:e.converter;this._$Em=r;let a=i.fromAttribute(t,e.type);this[r]=a??this._$Ej?.get(r)??a,this._$Em=null}}requestUpdate(e,t,n,r=!1,i){if(e!==void 0){let a=this.constructor;if(!1===r&&(i=this[e]),n??=a.getPropertyOptions(e),!((n.hasChanged??_)(i,t)||n.useDefault&&n.reflect&&i===this._$Ej?.get(e)&&!this.hasAttribute(a._$Eu(e,n))))return;this.C(e,t,n)}!1===this.isUpdatePending&&(this._$ES=this._$EP())}C(e,t,{useDefault:n,reflect:r,wrapped:i},a){n&&!(this._$Ej??=new Map).has(e)&&(this._$Ej.set(e,a??t??this[e]),!0!==i||a!==void 0)||(this._$AL.has(e)||(this.hasUpdated||n||(t=void 0),this._$AL.set(e,t)),!0===r&&this._$Em!==e&&(this._$Eq??=new Set).add(e))}async _$EP(){this.isUpdatePending=!0;try{await this._$ES}catch(e){Promise.reject(e)}let e=this.scheduleUpdate();return e!=null&&await e,!this.isUpdatePending}scheduleUpdate(){return this.performUpdate()}performUpdate(){if(!this.isUpdatePending)return;if(!this.hasUpdated){if(this.renderRoot??=this.createRenderRoot(),this._$Ep){for(let[e,t]of this._$Ep)this[e]=t;this._$Ep=void 0}let e=this.constructor.elementProperties;if(e.size>0)for(let[t,n]of e){let{wrapped:e}=n,r=this[t];!0!==e||this._$AL.has(t)||r===void 0||this.C(t,void 0,n,r)}}let e=!1,t=this._$AL;try{e=this.shouldUpdate(t),e?(this.willUpdate(t),this._$EO?.forEach(e=>e.hostUpdate?.()),this.update(t)):this._$EM()}catch(t){throw e=!1,this._$EM(),t}e&&this._$AE(t)}willUpdate(e){}_$AE(e){this._$EO?.forEach(e=>e.hostUpdated?.()),this.hasUpdated||(this.hasUpdated=!0,this.firstUpdated(e)),this.updated(e)}_$EM(){this._$AL=new Map,this.isUpdatePending=!1}get updateComplete(){return this.getUpdateComplete()}getUpdateComplete(){return this._$ES}shouldUpdate(e){return!0}update(e){this._$Eq&&=this._$Eq.forEach(e=>this._$ET(e,this[e])),this._$EM()}updated(e){}firstUpdated(e){}};v.elementStyles=[],v.shadowRootOptions={mode:`open`},v[h(`elementProperties`)]=new Map,v[h(`finalized`)]=new Map,ne?.({ReactiveElement:v}),(m.reactiveElementVersions??=[]).push(`2.1.2`);var y=globalThis,ie=e=>e,b=y.trustedTypes,ae=b?b.createPolicy(`lit-html`,{createHTML:e=>e}):void 0,x=`$lit$`,S=`lit$${Math.random().toFixed(9).slice(2)}$`,C=`?`+S,oe=`<${C}>`,w=document,T=()=>w.createComment(``),E=e=>e===null||typeof e!=`object`&&typeof e!=`function`,D=Array.isArray,se=e=>D(e)||typeof e?.[Symbol.iterator]==`function`,O=`[ 	
\f\r]`,k=/<(?:(!--|\/[^a-zA-Z])|(\/?[a-zA-Z][^>\s]*)|(\/?$))/g,A=/-->/g,ce=/>/g,j=RegExp(`>|${O}(?:([^\\s"'>=/]+)(${O}*=${O}*(?:[^ \t\n\f\r"'\`<>=]|("|')|))|$)`,`g`),le=/'/g,ue=/"/g,de=/^(?:script|style|textarea|title)$/i,M=(e=>(t,...n)=>({_$litType$:e,strings:t,values:n}))(1),N=Symbol.for(`lit-noChange`),P=Symbol.for(`lit-nothing`),fe=new WeakMap,F=w.createTreeWalker(w,129);function pe(e,t){if(!D(e)||!e.hasOwnProperty(`raw`))throw Error(`invalid template strings array`);return ae===void 0?t:ae.createHTML(t)}var me=(e,t)=>{let n=e.length-1,r=[],i,a=t===2?`<svg>`:t===3?`<math>`:``,o=k;for(let t=0;t<n;t++){let n=e[t],s,c,l=-1,u=0;for(;u<n.length&&(o.lastIndex=u,c=o.exec(n),c!==null);)u=o.lastIndex,o===k?c[1]===`!--`?o=A:c[1]===void 0?c[2]===void 0?c[3]!==void 0&&(o=j):(de.test(c[2])&&(i=RegExp(`</`+c[2],`g`)),o=j):o=ce:o===j?c[0]===`>`?(o=i??k,l=-1):c[1]===void 0?l=-2:(l=o.lastIndex-c[2].length,s=c[1],o=c[3]===void 0?j:c[3]===`"`?ue:le):o===ue||o===le?o=j:o===A||o===ce?o=k:(o=j,i=void 0);let d=o===j&&e[t+1].startsWith(`/>`)?` `:``;a+=o===k?n+oe:l>=0?(r.push(s),n.slice(0,l)+x+n.slice(l)+S+d):n+S+(l===-2?t:d)}return[pe(e,a+(e[n]||`<?>`)+(t===2?`</svg>`:t===3?`</math>`:``)),r]},I=class e{constructor({strings:t,_$litType$:n},r){let i;this.parts=[];let a=0,o=0,s=t.length-1,c=this.parts,[l,u]=me(t,n);if(this.el=e.createElement(l,r),F.currentNode=this.el.content,n===2||n===3){let e=this.el.content.firstChild;e.replaceWith(...e.childNodes)}for(;(i=F.nextNode())!==null&&c.length<s;){if(i.nodeType===1){if(i.hasAttributes())for(let e of i.getAttributeNames())if(e.endsWith(x)){let t=u[o++],n=i.getAttribute(e).split(S),r=/([.?@])?(.*)/.exec(t);c.push({type:1,index:a,name:r[2],strings:n,ctor:r[1]===`.`?he:r[1]===`?`?ge:r[1]===`@`?_e:B}),i.removeAttribute(e)}else e.startsWith(S)&&(c.push({type:6,index:a}),i.removeAttribute(e));if(de.test(i.tagName)){let e=i.textContent.split(S),t=e.length-1;if(t>0){i.textContent=b?b.emptyScript:``;for(let n=0;n<t;n++)i.append(e[n],T()),F.nextNode(),c.push({type:2,index:++a});i.append(e[t],T())}}}else if(i.nodeType===8){if(i.data===C)c.push({type:2,index:a});else{let e=-1;for(;(e=i.data.indexOf(S,e+1))!==-1;)c.push({type:7,index:a}),e+=S.length-1}}a++}}static createElement(e,t){let n=w.createElement(`template`);return n.innerHTML=e,n}};function L(e,t,n=e,r){if(t===N)return t;let i=r===void 0?n._$Cl:n._$Co?.[r],a=E(t)?void 0:t._$litDirective$;return i?.constructor!==a&&(i?._$AO?.(!1),a===void 0?i=void 0:(i=new a(e),i._$AT(e,n,r)),r===void 0?n._$Cl=i:(n._$Co??=[])[r]=i),i!==void 0&&(t=L(e,i._$AS(e,t.values),i,r)),t}var R=class{constructor(e,t){this._$AV=[],this._$AN=void 0,this._$AD=e,this._$AM=t}get parentNode(){return this._$AM.parentNode}get _$AU(){return this._$AM._$AU}u(e){let{el:{content:t},parts:n}=this._$AD,r=(e?.creationScope??w).importNode(t,!0);F.currentNode=r;let i=F.nextNode(),a=0,o=0,s=n[0];for(;s!==void 0;){if(a===s.index){let t;s.type===2?t=new z(i,i.nextSibling,this,e):s.type===1?t=new s.ctor(i,s.name,s.strings,this,e):s.type===6&&(t=new ve(i,this,e)),this._$AV.push(t),s=n[++o]}a!==s?.index&&(i=F.nextNode(),a++)}return F.currentNode=w,r}p(e){let t=0;for(let n of this._$AV)n!==void 0&&(n.strings===void 0?n._$AI(e[t]):(n._$AI(e,n,t),t+=n.strings.length-2)),t++}},z=class e{get _$AU(){return this._$AM?._$AU??this._$Cv}constructor(e,t,n,r){this.type=2,this._$AH=P,this._$AN=void 0,this._$AA=e,this._$AB=t,this._$AM=n,this.options=r,this._$Cv=r?.isConnected??!0}get parentNode(){let e=this._$AA.parentNode,t=this._$AM;return t!==void 0&&e?.nodeType===11&&(e=t.parentNode),e}get startNode(){return this._$AA}get endNode(){return this._$AB}_$AI(e,t=this){e=L(this,e,t),E(e)?e===P||e==null||e===``?(this._$AH!==P&&this._$AR(),this._$AH=P):e!==this._$AH&&e!==N&&this._(e):e._$litType$===void 0?e.nodeType===void 0?se(e)?this.k(e):this._(e):this.T(e):this.$(e)}O(e){return this._$AA.parentNode.insertBefore(e,this._$AB)}T(e){this._$AH!==e&&(this._$AR(),this._$AH=this.O(e))}_(e){this._$AH!==P&&E(this._$AH)?this._$AA.nextSibling.data=e:this.T(w.createTextNode(e)),this._$AH=e}$(e){let{values:t,_$litType$:n}=e,r=typeof n==`number`?this._$AC(e):(n.el===void 0&&(n.el=I.createElement(pe(n.h,n.h[0]),this.options)),n);if(this._$AH?._$AD===r)this._$AH.p(t);else{let e=new R(r,this),n=e.u(this.options);e.p(t),this.T(n),this._$AH=e}}_$AC(e){let t=fe.get(e.strings);return t===void 0&&fe.set(e.strings,t=new I(e)),t}k(t){D(this._$AH)||(this._$AH=[],this._$AR());let n=this._$AH,r,i=0;for(let a of t)i===n.length?n.push(r=new e(this.O(T()),this.O(T()),this,this.options)):r=n[i],r._$AI(a),i++;i<n.length&&(this._$AR(r&&r._$AB.nextSibling,i),n.length=i)}_$AR(e=this._$AA.nextSibling,t){for(this._$AP?.(!1,!0,t);e!==this._$AB;){let t=ie(e).nextSibling;ie(e).remove(),e=t}}setConnected(e){this._$AM===void 0&&(this._$Cv=e,this._$AP?.(e))}},B=class{get tagName(){return this.element.tagName}get _$AU(){return this._$AM._$AU}constructor(e,t,n,r,i){this.type=1,this._$AH=P,this._$AN=void 0,this.element=e,this.name=t,this._$AM=r,this.options=i,n.length>2||n[0]!==``||n[1]!==``?(this._$AH=Array(n.length-1).fill(new String),this.strings=n):this._$AH=P}_$AI(e,t=this,n,r){let i=this.strings,a=!1;if(i===void 0)e=L(this,e,t,0),a=!E(e)||e!==this._$AH&&e!==N,a&&(this._$AH=e);else{let r=e,o,s;for(e=i[0],o=0;o<i.length-1;o++)s=L(this,r[n+o],t,o),s===N&&(s=this._$AH[o]),a||=!E(s)||s!==this._$AH[o],s===P?e=P:e!==P&&(e+=(s??``)+i[o+1]),this._$AH[o]=s}a&&!r&&this.j(e)}j(e){e===P?this.element.removeAttribute(this.name):this.element.setAttribute(this.name,e??``)}},he=class extends B{constructor(){super(...arguments),this.type=3}j(e){this.element[this.name]=e===P?void 0:e}},ge=class extends B{constructor(){super(...arguments),this.type=4}j(e){this.element.toggleAttribute(this.name,!!e&&e!==P)}},_e=class extends B{constructor(e,t,n,r,i){super(e,t,n,r,i),this.type=5}_$AI(e,t=this){if((e=L(this,e,t,0)??P)===N)return;let n=this._$AH,r=e===P&&n!==P||e.capture!==n.capture||e.once!==n.once||e.passive!==n.passive,i=e!==P&&(n===P||r);r&&this.element.removeEventListener(this.name,this,n),i&&this.element.addEventListener(this.name,this,e),this._$AH=e}handleEvent(e){typeof this._$AH==`function`?this._$AH.call(this.options?.host??this.element,e):this._$AH.handleEvent(e)}},ve=class{constructor(e,t,n){this.element=e,this.type=6,this._$AN=void 0,this._$AM=t,this.options=n}get _$AU(){return this._$AM._$AU}_$AI(e){L(this,e)}},ye={M:x,P:S,A:C,C:1,L:me,R,D:se,V:L,I:z,H:B,N:ge,U:_e,B:he,F:ve},be=y.litHtmlPolyfillSupport;be?.(I,z),(y.litHtmlVersions??=[]).push(`3.3.3`);var xe=(e,t,n)=>{let r=n?.renderBefore??t,i=r._$litPart$;if(i===void 0){let e=n?.renderBefore??null;r._$litPart$=i=new z(t.insertBefore(T(),e),e,void 0,n??{})}return i._$AI(e),i},V=globalThis,H=class extends v{constructor(){super(...arguments),this.renderOptions={host:this},this._$Do=void 0}createRenderRoot(){let e=super.createRenderRoot();return this.renderOptions.renderBefore??=e.firstChild,e}update(e){let t=this.render();this.hasUpdated||(this.renderOptions.isConnected=this.isConnected),super.update(e),this._$Do=xe(t,this.renderRoot,this.renderOptions)}connectedCallback(){super.connectedCallback(),this._$Do?.setConnected(!0)}disconnectedCallback(){super.disconnectedCallback(),this._$Do?.setConnected(!1)}render(){return N}};H._$litElement$=!0,H.finalized=!0,V.litElementHydrateSupport?.({LitElement:H});var Se=V.litElementPolyfillSupport;Se?.({LitElement:H}),(V.litElementVersions??=[]).push(`4.2.2`);var Ce=class extends H{createRenderRoot(){return this}};function we(e,t){customElements.get(e)||customElements.define(e,t)}var Te={attribute:!0,type:String,converter:g,reflect:!1,hasChanged:_},Ee=(e=Te,t,n)=>{let{kind:r,metadata:i}=n,a=globalThis.litPropertyMetadata.get(i);if(a===void 0&&globalThis.litPropertyMetadata.set(i,a=new Map),r===`setter`&&((e=Object.create(e)).wrapped=!0),a.set(n.name,e),r===`accessor`){let{name:r}=n;return{set(n){let i=t.get.call(this);t.set.call(this,n),this.requestUpdate(r,i,e,!0,n)},init(t){return t!==void 0&&this.C(r,void 0,e,t),t}}}if(r===`setter`){let{name:r}=n;return function(n){let i=this[r];t.call(this,n),this.requestUpdate(r,i,e,!0,n)}}throw Error(`Unsupported decorator location: `+r)};function U(e){return(t,n)=>typeof n==`object`?Ee(e,t,n):((e,t,n)=>{let r=t.hasOwnProperty(n);return t.constructor.createProperty(n,e),r?Object.getOwnPropertyDescriptor(t,n):void 0})(e,t,n)}function W(e){return U({...e,state:!0,attribute:!1})}var De=(e,t,n)=>(n.configurable=!0,n.enumerable=!0,Reflect.decorate&&typeof t!=`object`&&Object.defineProperty(e,t,n),n);function Oe(e,t){return(n,r,i)=>{let a=t=>t.renderRoot?.querySelector(e)??null;if(t){let{get:e,set:t}=typeof r==`object`?n:i??(()=>{let e=Symbol();return{get(){return this[e]},set(t){this[e]=t}}})();return De(n,r,{get(){let n=e.call(this);return n===void 0&&(n=a(this),(n!==null||this.hasUpdated)&&t.call(this,n)),n}})}return De(n,r,{get(){return a(this)}})}}var ke={ATTRIBUTE:1,CHILD:2,PROPERTY:3,BOOLEAN_ATTRIBUTE:4,EVENT:5,ELEMENT:6},Ae=e=>(...t)=>({_$litDirective$:e,values:t}),je=class{constructor(e){}get _$AU(){return this._$AM._$AU}_$AT(e,t,n){this._$Ct=e,this._$AM=t,this._$Ci=n}_$AS(e,t){return this.update(e,t)}update(e,t){return this.render(...t)}},{I:Me}=ye,Ne=e=>e,Pe=()=>document.createComment(``),G=(e,t,n)=>{let r=e._$AA.parentNode,i=t===void 0?e._$AB:t._$AA;if(n===void 0)n=new Me(r.insertBefore(Pe(),i),r.insertBefore(Pe(),i),e,e.options);else{let t=n._$AB.nextSibling,a=n._$AM,o=a!==e;if(o){let t;n._$AQ?.(e),n._$AM=e,n._$AP!==void 0&&(t=e._$AU)!==a._$AU&&n._$AP(t)}if(t!==i||o){let e=n._$AA;for(;e!==t;){let t=Ne(e).nextSibling;Ne(r).insertBefore(e,i),e=t}}}return n},K=(e,t,n=e)=>(e._$AI(t,n),e),Fe={},Ie=(e,t=Fe)=>e._$AH=t,Le=e=>e._$AH,q=e=>{e._$AR(),e._$AA.remove()},Re=(e,t,n)=>{let r=new Map;for(let i=t;i<=n;i++)r.set(e[i],i);return r},ze=Ae(class extends je{constructor(e){if(super(e),e.type!==ke.CHILD)throw Error(`repeat() can only be used in text expressions`)}dt(e,t,n){let r;n===void 0?n=t:t!==void 0&&(r=t);let i=[],a=[],o=0;for(let t of e)i[o]=r?r(t,o):o,a[o]=n(t,o),o++;return{values:a,keys:i}}render(e,t,n){return this.dt(e,t,n).values}update(e,[t,n,r]){let i=Le(e),{values:a,keys:o}=this.dt(t,n,r);if(!Array.isArray(i))return this.ut=o,a;let s=this.ut??=[],c=[],l,u,d=0,f=i.length-1,p=0,m=a.length-1;for(;d<=f&&p<=m;)if(i[d]===null)d++;else if(i[f]===null)f--;else if(s[d]===o[p])c[p]=K(i[d],a[p]),d++,p++;else if(s[f]===o[m])c[m]=K(i[f],a[m]),f--,m--;else if(s[d]===o[m])c[m]=K(i[d],a[m]),G(e,c[m+1],i[d]),d++,m--;else if(s[f]===o[p])c[p]=K(i[f],a[p]),G(e,i[d],i[f]),f--,p++;else if(l===void 0&&(l=Re(o,p,m),u=Re(s,d,f)),l.has(s[d])){if(l.has(s[f])){let t=u.get(o[p]),n=t===void 0?null:i[t];if(n===null){let t=G(e,i[d]);K(t,a[p]),c[p]=t}else c[p]=K(n,a[p]),G(e,i[d],n),i[t]=null;p++}else q(i[f]),f--}else q(i[d]),d++;for(;p<=m;){let t=G(e,c[m+1]);K(t,a[p]),c[p++]=t}for(;d<=f;){let e=i[d++];e!==null&&q(e)}return this.ut=o,Ie(e,c),N}}),Be=864e5;function Ve(e,t){let n=new Date(e);if(Number.isNaN(n.getTime()))return`time.older`;let r=Math.round((He(t)-He(n))/Be);return r<=0?`time.today`:r===1?`time.yesterday`:r<=7?`time.thisWeek`:r<=30?`time.thisMonth`:`time.older`}function He(e){return new Date(e.getFullYear(),e.getMonth(),e.getDate()).getTime()}function Ue(e,t){let n=[];for(let r of e){let e=Ve(r.created_at,t),i=n.at(-1);i?.heading===e?i.threads.push(r):n.push({heading:e,threads:[r]})}return n}var J;function We(e){J=e}var Y=e=>J.icon(e),X=(...e)=>J.iconButton(...e),Ge=(e,t)=>J.describeError(e,t),Ke=e=>J.toError(e),Z=(...e)=>J.wayOn(...e);function Q(e,t,n,r){var i=arguments.length,a=i<3?t:r===null?r=Object.getOwnPropertyDescriptor(t,n):r,o;if(typeof Reflect==`object`&&typeof Reflect.decorate==`function`)a=Reflect.decorate(e,t,n,r);else for(var s=e.length-1;s>=0;s--)(o=e[s])&&(a=(i<3?o(a):i>3?o(t,n,a):o(t,n))||a);return i>3&&a&&Object.defineProperty(t,n,a),a}var qe=200,$=class extends Ce{constructor(...e){super(...e),this.revision=0,this.currentId=null,this.editing=null,this.deleting=null,this.saving=null,this.problem=null,this.askForMore=()=>{let e=this.renderRoot.querySelector(`.history-list`);e&&e.clientHeight!==0&&e.scrollHeight-e.scrollTop-e.clientHeight<qe&&this.history.loadMore()},this.onKeydown=e=>{e.key!==`Escape`||this.dialog?.open||(e.stopPropagation(),this.context.actions.closeHistory())}}focus(){this.querySelector(`[data-action="close-history"]`)?.focus()}render(){let{context:e,history:t}=this,{t:n,actions:r}=e;return M`<div class="scrim" @click=${()=>r.closeHistory()}></div>
      <section
        class="history"
        role="dialog"
        aria-modal="true"
        aria-label=${n(`history.title`)}
        @keydown=${this.onKeydown}
      >
        <div class="header">
          ${X(`arrow-left`,n(`header.back`),()=>r.closeHistory(),`close-history`)}
          <h2 class="header-title truncate">${n(`history.title`)}</h2>
          ${X(`compose`,n(`header.newChat`),()=>r.newChat(),`new-chat`)}
        </div>
        ${this.problem===null?P:M`<div class="bar" data-level="danger" role="alert">
                <span class="bar-icon">${Y(`error`)}</span>
                <div class="bar-body bar-offer">
                  <bdi>${this.problem.text}</bdi>
                  ${Z({error:this.problem.error,retry:null},e,()=>void 0)}
                </div>
              </div>`}
        <div class="history-list" tabindex="-1" @scroll=${this.askForMore}>
          ${Ue(t.threads,new Date).map(e=>M`<h3>${n(e.heading)}</h3>
                <ul>
                  ${ze(e.threads,e=>e.id,e=>M`<li>${this.row(e)}</li>`)}
                </ul>`)}
          ${this.footer()}
        </div>
        ${this.confirmation()}
      </section>`}row(e){let{t,options:n,actions:r}=this.context;if(this.editing===e.id)return this.editor(e);let i=e.title||t(`thread.untitled`),a=e.status?.type,o=e.id===this.currentId,{showRename:s=!0,showDelete:c=!0}=n.history??{};return M`<div class="history-row" ?data-current=${o}>
      <button
        type="button"
        class="history-open"
        aria-current=${o?`true`:P}
        @click=${()=>r.openThread(e.id)}
      >
        <span class="truncate" dir="auto">${i}</span>
        ${a===`locked`||a===`closed`?M`<span class="history-status" title=${t(`history.${a}`)}
                >${Y(`lock`)}<span class="sr-only">${t(`history.${a}`)}</span></span
              >`:P}
      </button>
      <span class="history-actions">
        ${s?X(`edit`,`${t(`history.rename`)}: ${i}`,()=>void this.edit(e.id)):P}
        ${c?X(`trash`,`${t(`history.delete`)}: ${i}`,()=>void this.ask(e)):P}
      </span>
    </div>`}editor(e){let{t}=this.context;return M`<form
      class="history-editor"
      @submit=${t=>{t.preventDefault(),this.rename(e,new FormData(t.target))}}
      @keydown=${t=>{t.key===`Escape`&&(t.stopPropagation(),this.stopEditing(e.id))}}
    >
      <input
        name="title"
        maxlength="255"
        autocomplete="off"
        aria-label=${t(`history.renameLabel`)}
        ?readonly=${this.saving===e.id}
        .value=${e.title??``}
      />
      <button
        type="submit"
        class="icon-button"
        aria-label=${t(`action.save`)}
        title=${t(`action.save`)}
      >
        ${Y(`check`)}
      </button>
      ${X(`close`,t(`action.cancel`),()=>this.stopEditing(e.id))}
    </form>`}footer(){let{context:e,history:t}=this,{t:n}=e;if(t.loading&&t.threads.length===0)return M`<div class="history-note" role="status">
        <span class="spinner"></span><span>${n(`history.loading`)}</span>
      </div>`;if(t.error){let r=()=>void t.reload();return M`<div class="history-note" role="alert">
        <span>${n(`history.loadFailed`)} ${Ge(t.error,n)}</span>
        ${Z({error:t.error,retry:r},e,r)}
      </div>`}return t.threads.length===0&&!t.hasMore?M`<div class="history-note">
        ${Y(`chat`)}<span>${n(`history.empty`)}</span>
      </div>`:t.hasMore?M`<div class="history-note">
      <button
        type="button"
        class="button small"
        ?disabled=${t.loading}
        @click=${()=>void t.loadMore()}
      >
        ${n(`history.more`)}
      </button>
    </div>`:P}confirmation(){let{t:e}=this.context,t=this.deleting;return M`<dialog
      class="confirm"
      aria-labelledby="confirm-title"
      aria-describedby="confirm-text"
      @close=${()=>this.deleting=null}
      @cancel=${e=>e.stopPropagation()}
    >
      <h2 id="confirm-title">${e(`history.deleteTitle`)}</h2>
      <p id="confirm-text">
        ${e(`history.deleteText`,{title:t?.title||e(`thread.untitled`)})}
      </p>
      <div class="confirm-buttons">
        <button type="button" class="button" @click=${()=>this.dialog?.close()}>
          ${e(`action.cancel`)}
        </button>
        <button type="button" class="button danger" @click=${()=>void this.removeThread()}>
          ${e(`action.delete`)}
        </button>
      </div>
    </dialog>`}updated(){this.askForMore()}async edit(e){this.editing=e,this.problem=null,await this.focusEditor()}async focusEditor(){await this.updateComplete;let e=this.querySelector(`.history-editor input`);e?.focus(),e?.select()}stopEditing(e){this.editing=null,this.problem=null,this.updateComplete.then(()=>this.focusRow(e))}focusRow(e){let t=this.history.threads.findIndex(t=>t.id===e);this.querySelectorAll(`.history-open`)[t]?.focus()}async rename(e,t){let n=t.get(`title`),r=typeof n==`string`?n.trim():``;this.saving===null&&(r===``||r===e.title?this.stopEditing(e.id):(this.saving=e.id,await this.attempt(`error.rename`,async()=>{await this.history.rename(e.id,r),this.editing===e.id&&this.stopEditing(e.id),this.onRenamed(e.id,r),this.context.actions.announce(this.context.t(`history.renamed`))}),this.saving=null,this.editing===e.id&&await this.focusEditor()))}async ask(e){this.deleting=e,await this.updateComplete,this.dialog?.showModal()}async removeThread(){let e=this.deleting;this.dialog?.close(),e&&await this.attempt(`error.delete`,async()=>{await this.history.remove(e.id),this.onDeleted(e.id),this.context.actions.announce(this.context.t(`history.deleted`)),this.focus()})}async attempt(e,t){this.problem=null;let{t:n,actions:r}=this.context;try{await t()}catch(t){let i=Ke(t);this.problem={text:`${n(e)} ${Ge(i,n)}`,error:i},r.fail(i)}}};Q([U({attribute:!1})],$.prototype,`context`,void 0),Q([U({attribute:!1})],$.prototype,`history`,void 0),Q([U({attribute:!1})],$.prototype,`revision`,void 0),Q([U({attribute:!1})],$.prototype,`currentId`,void 0),Q([U({attribute:!1})],$.prototype,`onRenamed`,void 0),Q([U({attribute:!1})],$.prototype,`onDeleted`,void 0),Q([W()],$.prototype,`editing`,void 0),Q([W()],$.prototype,`deleting`,void 0),Q([W()],$.prototype,`saving`,void 0),Q([W()],$.prototype,`problem`,void 0),Q([Oe(`dialog`)],$.prototype,`dialog`,void 0);var Je=`
chatkit-history { display: block; }
.scrim { position: absolute; inset: 0; z-index: 2; background: var(--ck-scrim); animation: ck-fade var(--ck-motion-medium) var(--ck-ease); }
.history {
  position: absolute;
  inset-block: 0;
  inset-inline-start: 0;
  z-index: 3;
  display: flex;
  flex-direction: column;
  width: min(360px, 100%);
  background: var(--ck-surface);
  box-shadow: var(--ck-shadow-lg);
  animation: ck-history-in var(--ck-motion-medium) var(--ck-ease);
}
@keyframes ck-history-in { from { opacity: 0; transform: translateX(-12px); } }
@container chat (max-width: 639.98px) { .history { width: 100%; box-shadow: none; } }
.history > .header h2 { font-weight: 600; }
.history > .bar { margin: 0 var(--ck-space-3) var(--ck-space-2); }
.history-list { position: relative; flex: 1; min-height: 0; overflow-y: auto; padding: 0 var(--ck-space-3) var(--ck-space-4); scrollbar-width: thin; scrollbar-color: var(--ck-border-strong) transparent; }
.history-list h3 { padding: var(--ck-space-3) var(--ck-space-3) var(--ck-space-1); font-size: var(--ck-text-xs); font-weight: 500; color: var(--ck-text-tertiary); }
.history-row { position: relative; display: flex; align-items: center; border-radius: var(--ck-radius-sm); transition: background var(--ck-motion-fast) var(--ck-ease); }
.history-row:hover, .history-row:focus-within { background: var(--ck-surface-hover); }
.history-row[data-current] { background: var(--ck-surface-muted); }
.history-open { display: flex; align-items: center; gap: var(--ck-space-2); flex: 1; min-width: 0; min-height: var(--ck-control-lg); padding-inline: var(--ck-space-3); border-radius: var(--ck-radius-sm); text-align: start; font-size: var(--ck-text-sm); }
.history-open:focus-visible { outline-offset: -2px; }
.history-status { display: grid; color: var(--ck-text-tertiary); }
.history-actions { display: flex; padding-inline-end: 4px; }
@media (hover: hover) {
  .history-actions { position: absolute; inset-inline-end: 0; opacity: 0; }
  .history-row:hover .history-actions, .history-row:focus-within .history-actions { position: static; opacity: 1; }
}
.history-editor { display: flex; align-items: center; gap: 2px; padding: 4px; border-radius: var(--ck-radius-sm); background: var(--ck-surface-muted); }
.history-editor input { flex: 1; min-width: 0; min-height: var(--ck-control-md); padding-inline: var(--ck-space-2); border: 1px solid var(--ck-border-control); border-radius: var(--ck-radius-xs); background: var(--ck-surface-raised); font-size: max(16px, var(--ck-text-sm)); }
.history-note { display: flex; flex-direction: column; align-items: center; gap: var(--ck-space-3); padding: var(--ck-space-6) var(--ck-space-3); font-size: var(--ck-text-sm); color: var(--ck-text-secondary); text-align: center; }
.confirm {
  width: min(400px, calc(100vw - 32px));
  padding: var(--ck-space-5);
  border: 1px solid var(--ck-border-subtle);
  border-radius: var(--ck-radius-lg);
  background: var(--ck-surface-raised);
  color: var(--ck-text);
  box-shadow: var(--ck-shadow-lg);
  text-align: start;
}
.confirm::backdrop { background: var(--ck-scrim); }
.confirm h2 { font-size: var(--ck-text-lg); font-weight: 600; }
.confirm p { margin-top: var(--ck-space-2); color: var(--ck-text-secondary); font-size: var(--ck-text-sm); overflow-wrap: anywhere; }
.confirm-buttons { display: flex; justify-content: flex-end; gap: var(--ck-space-2); margin-top: var(--ck-space-5); }
`;function Ye(e){We(e),we(`chatkit-history`,$)}export{Je as historyStyles,Ye as install};