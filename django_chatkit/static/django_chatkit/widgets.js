var e=globalThis,t=e.ShadowRoot&&(e.ShadyCSS===void 0||e.ShadyCSS.nativeShadow)&&`adoptedStyleSheets`in Document.prototype&&`replace`in CSSStyleSheet.prototype,n=Symbol(),r=new WeakMap,i=class{constructor(e,t,r){if(this._$cssResult$=!0,r!==n)throw Error("CSSResult is not constructable. Use `unsafeCSS` or `css` instead.");this.cssText=e,this.t=t}get styleSheet(){let e=this.o,n=this.t;if(t&&e===void 0){let t=n!==void 0&&n.length===1;t&&(e=r.get(n)),e===void 0&&((this.o=e=new CSSStyleSheet).replaceSync(this.cssText),t&&r.set(n,e))}return e}toString(){return this.cssText}},a=e=>new i(typeof e==`string`?e:e+``,void 0,n),o=(n,r)=>{if(t)n.adoptedStyleSheets=r.map(e=>e instanceof CSSStyleSheet?e:e.styleSheet);else for(let t of r){let r=document.createElement(`style`),i=e.litNonce;i!==void 0&&r.setAttribute(`nonce`,i),r.textContent=t.cssText,n.appendChild(r)}},s=t?e=>e:e=>e instanceof CSSStyleSheet?(e=>{let t=``;for(let n of e.cssRules)t+=n.cssText;return a(t)})(e):e,{is:c,defineProperty:l,getOwnPropertyDescriptor:u,getOwnPropertyNames:d,getOwnPropertySymbols:f,getPrototypeOf:ee}=Object,p=globalThis,m=p.trustedTypes,te=m?m.emptyScript:``,ne=p.reactiveElementPolyfillSupport,h=(e,t)=>e,re={toAttribute(e,t){switch(t){case Boolean:e=e?te:null;break;case Object:case Array:e=e==null?e:JSON.stringify(e)}return e},fromAttribute(e,t){let n=e;switch(t){case Boolean:n=e!==null;break;case Number:n=e===null?null:Number(e);break;case Object:case Array:try{n=JSON.parse(e)}catch{n=null}}return n}},g=(e,t)=>!c(e,t),_={attribute:!0,type:String,converter:re,reflect:!1,useDefault:!1,hasChanged:g};Symbol.metadata??=Symbol(`metadata`),p.litPropertyMetadata??=new WeakMap;var v=class extends HTMLElement{static addInitializer(e){this._$Ei(),(this.l??=[]).push(e)}static get observedAttributes(){return this.finalize(),this._$Eh&&[...this._$Eh.keys()]}static createProperty(e,t=_){if(t.state&&(t.attribute=!1),this._$Ei(),this.prototype.hasOwnProperty(e)&&((t=Object.create(t)).wrapped=!0),this.elementProperties.set(e,t),!t.noAccessor){let n=Symbol(),r=this.getPropertyDescriptor(e,n,t);r!==void 0&&l(this.prototype,e,r)}}static getPropertyDescriptor(e,t,n){let{get:r,set:i}=u(this.prototype,e)??{get(){return this[t]},set(e){this[t]=e}};return{get:r,set(t){let a=r?.call(this);i?.call(this,t),this.requestUpdate(e,a,n)},configurable:!0,enumerable:!0}}static getPropertyOptions(e){return this.elementProperties.get(e)??_}static _$Ei(){if(this.hasOwnProperty(h(`elementProperties`)))return;let e=ee(this);e.finalize(),e.l!==void 0&&(this.l=[...e.l]),this.elementProperties=new Map(e.elementProperties)}static finalize(){if(this.hasOwnProperty(h(`finalized`)))return;if(this.finalized=!0,this._$Ei(),this.hasOwnProperty(h(`properties`))){let e=this.properties,t=[...d(e),...f(e)];for(let n of t)this.createProperty(n,e[n])}let e=this[Symbol.metadata];if(e!==null){let t=litPropertyMetadata.get(e);if(t!==void 0)for(let[e,n]of t)this.elementProperties.set(e,n)}this._$Eh=new Map;for(let[e,t]of this.elementProperties){let n=this._$Eu(e,t);n!==void 0&&this._$Eh.set(n,e)}this.elementStyles=this.finalizeStyles(this.styles)}static finalizeStyles(e){let t=[];if(Array.isArray(e)){let n=new Set(e.flat(1/0).reverse());for(let e of n)t.unshift(s(e))}else e!==void 0&&t.push(s(e));return t}static _$Eu(e,t){let n=t.attribute;return!1===n?void 0:typeof n==`string`?n:typeof e==`string`?e.toLowerCase():void 0}constructor(){super(),this._$Ep=void 0,this.isUpdatePending=!1,this.hasUpdated=!1,this._$Em=null,this._$Ev()}_$Ev(){this._$ES=new Promise(e=>this.enableUpdating=e),this._$AL=new Map,this._$E_(),this.requestUpdate(),this.constructor.l?.forEach(e=>e(this))}addController(e){(this._$EO??=new Set).add(e),this.renderRoot!==void 0&&this.isConnected&&e.hostConnected?.()}removeController(e){this._$EO?.delete(e)}_$E_(){let e=new Map,t=this.constructor.elementProperties;for(let n of t.keys())this.hasOwnProperty(n)&&(e.set(n,this[n]),delete this[n]);e.size>0&&(this._$Ep=e)}createRenderRoot(){let e=this.shadowRoot??this.attachShadow(this.constructor.shadowRootOptions);return o(e,this.constructor.elementStyles),e}connectedCallback(){this.renderRoot??=this.createRenderRoot(),this.enableUpdating(!0),this._$EO?.forEach(e=>e.hostConnected?.())}enableUpdating(e){}disconnectedCallback(){this._$EO?.forEach(e=>e.hostDisconnected?.())}attributeChangedCallback(e,t,n){this._$AK(e,n)}_$ET(e,t){let n=this.constructor.elementProperties.get(e),r=this.constructor._$Eu(e,n);if(r!==void 0&&!0===n.reflect){let i=(n.converter?.toAttribute===void 0?re:n.converter).toAttribute(t,n.type);this._$Em=e,i==null?this.removeAttribute(r):this.setAttribute(r,i),this._$Em=null}}_$AK(e,t){let n=this.constructor,r=n._$Eh.get(e);if(r!==void 0&&this._$Em!==r){let e=n.getPropertyOptions(r),i=typeof e.converter==`function`?{fromAttribute:e.converter}:e.converter?.fromAttribute===void 0?re:e.converter;this._$Em=r;let a=i.fromAttribute(t,e.type);this[r]=a??this._$Ej?.get(r)??a,this._$Em=null}}requestUpdate(e,t,n,r=!1,i){if(e!==void 0){let a=this.constructor;if(!1===r&&(i=this[e]),n??=a.getPropertyOptions(e),!((n.hasChanged??g)(i,t)||n.useDefault&&n.reflect&&i===this._$Ej?.get(e)&&!this.hasAttribute(a._$Eu(e,n))))return;this.C(e,t,n)}!1===this.isUpdatePending&&(this._$ES=this._$EP())}C(e,t,{useDefault:n,reflect:r,wrapped:i},a){n&&!(this._$Ej??=new Map).has(e)&&(this._$Ej.set(e,a??t??this[e]),!0!==i||a!==void 0)||(this._$AL.has(e)||(this.hasUpdated||n||(t=void 0),this._$AL.set(e,t)),!0===r&&this._$Em!==e&&(this._$Eq??=new Set).add(e))}async _$EP(){this.isUpdatePending=!0;try{await this._$ES}catch(e){Promise.reject(e)}let e=this.scheduleUpdate();return e!=null&&await e,!this.isUpdatePending}scheduleUpdate(){return this.performUpdate()}performUpdate(){if(!this.isUpdatePending)return;if(!this.hasUpdated){if(this.renderRoot??=this.createRenderRoot(),this._$Ep){for(let[e,t]of this._$Ep)this[e]=t;this._$Ep=void 0}let e=this.constructor.elementProperties;if(e.size>0)for(let[t,n]of e){let{wrapped:e}=n,r=this[t];!0!==e||this._$AL.has(t)||r===void 0||this.C(t,void 0,n,r)}}let e=!1,t=this._$AL;try{e=this.shouldUpdate(t),e?(this.willUpdate(t),this._$EO?.forEach(e=>e.hostUpdate?.()),this.update(t)):this._$EM()}catch(t){throw e=!1,this._$EM(),t}e&&this._$AE(t)}willUpdate(e){}_$AE(e){this._$EO?.forEach(e=>e.hostUpdated?.()),this.hasUpdated||(this.hasUpdated=!0,this.firstUpdated(e)),this.updated(e)}_$EM(){this._$AL=new Map,this.isUpdatePending=!1}get updateComplete(){return this.getUpdateComplete()}getUpdateComplete(){return this._$ES}shouldUpdate(e){return!0}update(e){this._$Eq&&=this._$Eq.forEach(e=>this._$ET(e,this[e])),this._$EM()}updated(e){}firstUpdated(e){}};v.elementStyles=[],v.shadowRootOptions={mode:`open`},v[h(`elementProperties`)]=new Map,v[h(`finalized`)]=new Map,ne?.({ReactiveElement:v}),(p.reactiveElementVersions??=[]).push(`2.1.2`);var y=globalThis,b=e=>e,x=y.trustedTypes,S=x?x.createPolicy(`lit-html`,{createHTML:e=>e}):void 0,ie=`$lit$`,C=`lit$${Math.random().toFixed(9).slice(2)}$`,w=`?`+C,ae=`<${w}>`,T=document,E=()=>T.createComment(``),D=e=>e===null||typeof e!=`object`&&typeof e!=`function`,oe=Array.isArray,se=e=>oe(e)||typeof e?.[Symbol.iterator]==`function`,ce=`[ 	
\f\r]`,O=/<(?:(!--|\/[^a-zA-Z])|(\/?[a-zA-Z][^>\s]*)|(\/?$))/g,le=/-->/g,ue=/>/g,k=RegExp(`>|${ce}(?:([^\\s"'>=/]+)(${ce}*=${ce}*(?:[^ \t\n\f\r"'\`<>=]|("|')|))|$)`,`g`),de=/'/g,fe=/"/g,pe=/^(?:script|style|textarea|title)$/i,A=(e=>(t,...n)=>({_$litType$:e,strings:t,values:n}))(1),j=Symbol.for(`lit-noChange`),M=Symbol.for(`lit-nothing`),me=new WeakMap,N=T.createTreeWalker(T,129);function he(e,t){if(!oe(e)||!e.hasOwnProperty(`raw`))throw Error(`invalid template strings array`);return S===void 0?t:S.createHTML(t)}var ge=(e,t)=>{let n=e.length-1,r=[],i,a=t===2?`<svg>`:t===3?`<math>`:``,o=O;for(let t=0;t<n;t++){let n=e[t],s,c,l=-1,u=0;for(;u<n.length&&(o.lastIndex=u,c=o.exec(n),c!==null);)u=o.lastIndex,o===O?c[1]===`!--`?o=le:c[1]===void 0?c[2]===void 0?c[3]!==void 0&&(o=k):(pe.test(c[2])&&(i=RegExp(`</`+c[2],`g`)),o=k):o=ue:o===k?c[0]===`>`?(o=i??O,l=-1):c[1]===void 0?l=-2:(l=o.lastIndex-c[2].length,s=c[1],o=c[3]===void 0?k:c[3]===`"`?fe:de):o===fe||o===de?o=k:o===le||o===ue?o=O:(o=k,i=void 0);let d=o===k&&e[t+1].startsWith(`/>`)?` `:``;a+=o===O?n+ae:l>=0?(r.push(s),n.slice(0,l)+ie+n.slice(l)+C+d):n+C+(l===-2?t:d)}return[he(e,a+(e[n]||`<?>`)+(t===2?`</svg>`:t===3?`</math>`:``)),r]},_e=class e{constructor({strings:t,_$litType$:n},r){let i;this.parts=[];let a=0,o=0,s=t.length-1,c=this.parts,[l,u]=ge(t,n);if(this.el=e.createElement(l,r),N.currentNode=this.el.content,n===2||n===3){let e=this.el.content.firstChild;e.replaceWith(...e.childNodes)}for(;(i=N.nextNode())!==null&&c.length<s;){if(i.nodeType===1){if(i.hasAttributes())for(let e of i.getAttributeNames())if(e.endsWith(ie)){let t=u[o++],n=i.getAttribute(e).split(C),r=/([.?@])?(.*)/.exec(t);c.push({type:1,index:a,name:r[2],strings:n,ctor:r[1]===`.`?xe:r[1]===`?`?Se:r[1]===`@`?Ce:be}),i.removeAttribute(e)}else e.startsWith(C)&&(c.push({type:6,index:a}),i.removeAttribute(e));if(pe.test(i.tagName)){let e=i.textContent.split(C),t=e.length-1;if(t>0){i.textContent=x?x.emptyScript:``;for(let n=0;n<t;n++)i.append(e[n],E()),N.nextNode(),c.push({type:2,index:++a});i.append(e[t],E())}}}else if(i.nodeType===8){if(i.data===w)c.push({type:2,index:a});else{let e=-1;for(;(e=i.data.indexOf(C,e+1))!==-1;)c.push({type:7,index:a}),e+=C.length-1}}a++}}static createElement(e,t){let n=T.createElement(`template`);return n.innerHTML=e,n}};function P(e,t,n=e,r){if(t===j)return t;let i=r===void 0?n._$Cl:n._$Co?.[r],a=D(t)?void 0:t._$litDirective$;return i?.constructor!==a&&(i?._$AO?.(!1),a===void 0?i=void 0:(i=new a(e),i._$AT(e,n,r)),r===void 0?n._$Cl=i:(n._$Co??=[])[r]=i),i!==void 0&&(t=P(e,i._$AS(e,t.values),i,r)),t}var ve=class{constructor(e,t){this._$AV=[],this._$AN=void 0,this._$AD=e,this._$AM=t}get parentNode(){return this._$AM.parentNode}get _$AU(){return this._$AM._$AU}u(e){let{el:{content:t},parts:n}=this._$AD,r=(e?.creationScope??T).importNode(t,!0);N.currentNode=r;let i=N.nextNode(),a=0,o=0,s=n[0];for(;s!==void 0;){if(a===s.index){let t;s.type===2?t=new ye(i,i.nextSibling,this,e):s.type===1?t=new s.ctor(i,s.name,s.strings,this,e):s.type===6&&(t=new we(i,this,e)),this._$AV.push(t),s=n[++o]}a!==s?.index&&(i=N.nextNode(),a++)}return N.currentNode=T,r}p(e){let t=0;for(let n of this._$AV)n!==void 0&&(n.strings===void 0?n._$AI(e[t]):(n._$AI(e,n,t),t+=n.strings.length-2)),t++}},ye=class e{get _$AU(){return this._$AM?._$AU??this._$Cv}constructor(e,t,n,r){this.type=2,this._$AH=M,this._$AN=void 0,this._$AA=e,this._$AB=t,this._$AM=n,this.options=r,this._$Cv=r?.isConnected??!0}get parentNode(){let e=this._$AA.parentNode,t=this._$AM;return t!==void 0&&e?.nodeType===11&&(e=t.parentNode),e}get startNode(){return this._$AA}get endNode(){return this._$AB}_$AI(e,t=this){e=P(this,e,t),D(e)?e===M||e==null||e===``?(this._$AH!==M&&this._$AR(),this._$AH=M):e!==this._$AH&&e!==j&&this._(e):e._$litType$===void 0?e.nodeType===void 0?se(e)?this.k(e):this._(e):this.T(e):this.$(e)}O(e){return this._$AA.parentNode.insertBefore(e,this._$AB)}T(e){this._$AH!==e&&(this._$AR(),this._$AH=this.O(e))}_(e){this._$AH!==M&&D(this._$AH)?this._$AA.nextSibling.data=e:this.T(T.createTextNode(e)),this._$AH=e}$(e){let{values:t,_$litType$:n}=e,r=typeof n==`number`?this._$AC(e):(n.el===void 0&&(n.el=_e.createElement(he(n.h,n.h[0]),this.options)),n);if(this._$AH?._$AD===r)this._$AH.p(t);else{let e=new ve(r,this),n=e.u(this.options);e.p(t),this.T(n),this._$AH=e}}_$AC(e){let t=me.get(e.strings);return t===void 0&&me.set(e.strings,t=new _e(e)),t}k(t){oe(this._$AH)||(this._$AH=[],this._$AR());let n=this._$AH,r,i=0;for(let a of t)i===n.length?n.push(r=new e(this.O(E()),this.O(E()),this,this.options)):r=n[i],r._$AI(a),i++;i<n.length&&(this._$AR(r&&r._$AB.nextSibling,i),n.length=i)}_$AR(e=this._$AA.nextSibling,t){for(this._$AP?.(!1,!0,t);e!==this._$AB;){let t=b(e).nextSibling;b(e).remove(),e=t}}setConnected(e){this._$AM===void 0&&(this._$Cv=e,this._$AP?.(e))}},be=class{get tagName(){return this.element.tagName}get _$AU(){return this._$AM._$AU}constructor(e,t,n,r,i){this.type=1,this._$AH=M,this._$AN=void 0,this.element=e,this.name=t,this._$AM=r,this.options=i,n.length>2||n[0]!==``||n[1]!==``?(this._$AH=Array(n.length-1).fill(new String),this.strings=n):this._$AH=M}_$AI(e,t=this,n,r){let i=this.strings,a=!1;if(i===void 0)e=P(this,e,t,0),a=!D(e)||e!==this._$AH&&e!==j,a&&(this._$AH=e);else{let r=e,o,s;for(e=i[0],o=0;o<i.length-1;o++)s=P(this,r[n+o],t,o),s===j&&(s=this._$AH[o]),a||=!D(s)||s!==this._$AH[o],s===M?e=M:e!==M&&(e+=(s??``)+i[o+1]),this._$AH[o]=s}a&&!r&&this.j(e)}j(e){e===M?this.element.removeAttribute(this.name):this.element.setAttribute(this.name,e??``)}},xe=class extends be{constructor(){super(...arguments),this.type=3}j(e){this.element[this.name]=e===M?void 0:e}},Se=class extends be{constructor(){super(...arguments),this.type=4}j(e){this.element.toggleAttribute(this.name,!!e&&e!==M)}},Ce=class extends be{constructor(e,t,n,r,i){super(e,t,n,r,i),this.type=5}_$AI(e,t=this){if((e=P(this,e,t,0)??M)===j)return;let n=this._$AH,r=e===M&&n!==M||e.capture!==n.capture||e.once!==n.once||e.passive!==n.passive,i=e!==M&&(n===M||r);r&&this.element.removeEventListener(this.name,this,n),i&&this.element.addEventListener(this.name,this,e),this._$AH=e}handleEvent(e){typeof this._$AH==`function`?this._$AH.call(this.options?.host??this.element,e):this._$AH.handleEvent(e)}},we=class{constructor(e,t,n){this.element=e,this.type=6,this._$AN=void 0,this._$AM=t,this.options=n}get _$AU(){return this._$AM._$AU}_$AI(e){P(this,e)}},Te={M:ie,P:C,A:w,C:1,L:ge,R:ve,D:se,V:P,I:ye,H:be,N:Se,U:Ce,B:xe,F:we},Ee=y.litHtmlPolyfillSupport;Ee?.(_e,ye),(y.litHtmlVersions??=[]).push(`3.3.3`);var De=(e,t,n)=>{let r=n?.renderBefore??t,i=r._$litPart$;if(i===void 0){let e=n?.renderBefore??null;r._$litPart$=i=new ye(t.insertBefore(E(),e),e,void 0,n??{})}return i._$AI(e),i},Oe=globalThis,ke=class extends v{constructor(){super(...arguments),this.renderOptions={host:this},this._$Do=void 0}createRenderRoot(){let e=super.createRenderRoot();return this.renderOptions.renderBefore??=e.firstChild,e}update(e){let t=this.render();this.hasUpdated||(this.renderOptions.isConnected=this.isConnected),super.update(e),this._$Do=De(t,this.renderRoot,this.renderOptions)}connectedCallback(){super.connectedCallback(),this._$Do?.setConnected(!0)}disconnectedCallback(){super.disconnectedCallback(),this._$Do?.setConnected(!1)}render(){return j}};ke._$litElement$=!0,ke.finalized=!0,Oe.litElementHydrateSupport?.({LitElement:ke});var Ae=Oe.litElementPolyfillSupport;Ae?.({LitElement:ke}),(Oe.litElementVersions??=[]).push(`4.2.2`);var je=e=>(...t)=>({_$litDirective$:e,values:t}),Me=class{constructor(e){}get _$AU(){return this._$AM._$AU}_$AT(e,t,n){this._$Ct=e,this._$AM=t,this._$Ci=n}_$AS(e,t){return this.update(e,t)}update(e,t){return this.render(...t)}},{I:Ne}=Te,Pe={},Fe=(e,t=Pe)=>e._$AH=t,Ie=je(class extends Me{constructor(){super(...arguments),this.key=M}render(e,t){return this.key=e,t}update(e,[t,n]){return t!==this.key&&(Fe(e),this.key=t),n}});async function Le(e,t){let n=/^data:(image\/[a-z]+)(;base64)?,(.*)$/s.exec(e);if(!n)throw TypeError(`Not an image.`);let[,r,i,a=``]=n,o=i?atob(a):decodeURIComponent(a),s=Uint8Array.from(o,e=>e.charCodeAt(0)),c=await createImageBitmap(new Blob([s],{type:r}));t.width=c.width,t.height=c.height,t.getContext(`2d`)?.drawImage(c,0,0),c.close()}async function Re(e){let t=document.createElement(`canvas`);try{await Le(e.src,t)}catch{return}t.className=e.className,t.setAttribute(`role`,`img`),t.setAttribute(`aria-label`,e.alt);for(let n of e.style)t.style.setProperty(n,e.style.getPropertyValue(n));return t}function ze(e){try{let t=new URL(e,document.baseURI);return[`http:`,`https:`,`mailto:`].includes(t.protocol)?t.href:null}catch{return null}}function Be(e,t){let n;try{n=new URL(e,document.baseURI)}catch{return!1}return n.protocol===`blob:`||/^data:image\/(png|jpeg|gif|webp)[;,]/.test(e)?!0:n.protocol!==`https:`&&n.protocol!==`http:`?!1:n.origin===location.origin||t.some(e=>e.startsWith(`*.`)?n.hostname.endsWith(e.slice(1)):n.hostname===e||n.host===e)}var F=e=>typeof e==`object`&&!!e&&!Array.isArray(e);function I(e){return typeof e==`string`?e:typeof e==`number`&&Number.isFinite(e)?String(e):void 0}var L=e=>typeof e==`number`&&Number.isFinite(e)?e:void 0;function R(e,t,n){let r=L(e);return r===void 0?void 0:Math.min(n,Math.max(t,Math.round(r)))}var z=e=>Array.isArray(e)?e.filter(F):F(e)?[e]:[];function B(e,t){return t.find(t=>t===e)}var V=je(class extends Me{constructor(...e){super(...e),this.applied=[]}render(e){return j}update(e,[t]){let{style:n}=e.element;for(let e of this.applied)t[e]===void 0&&n.removeProperty(e);this.applied=Object.keys(t).filter(e=>t[e]!==void 0);for(let e of this.applied)n.setProperty(e,t[e]??``);return j}}),Ve=new Set(`rgb rgba hsl hsla hwb lab lch oklab oklch color color-mix calc min max clamp var linear-gradient radial-gradient conic-gradient repeating-linear-gradient repeating-radial-gradient repeating-conic-gradient`.split(` `));function H(e){if(!(typeof e!=`string`||e.length>300||/[\\;{}<>@"'`]|\/\*/.test(e)))return[...e.toLowerCase().matchAll(/([\w-]*)\(/g)].every(([,e=``])=>e===``||Ve.has(e))?e:void 0}function U(e){let t=L(e);return t===void 0?H(e):`${t}px`}function He(e){let t=L(e);return t===void 0?H(e):`calc(var(--ck-unit) * ${t})`}var Ue={top:`block-start`,bottom:`block-end`,left:`left`,right:`right`};function We(e,t){if(!F(t))return{[e]:He(t)};let n={};for(let[r,i]of Object.entries(Ue)){let a=r===`left`||r===`right`?t.x:t.y;n[`${e}-${i}`]=He(t[r]??a)}return n}var Ge=[`solid`,`dashed`,`dotted`,`double`,`groove`,`ridge`,`inset`,`outset`];function Ke(e){let t=F(e)?L(e.size):L(e);if(t===void 0)return;let n=F(e)?Ge.find(t=>t===e.style):void 0,r=F(e)?W(e.color,`border`):void 0;return`${t}px ${n??`solid`} ${r??`var(--ck-border)`}`}function qe(e){let t=Ke(e);if(t!==void 0||!F(e))return{border:t};let n={};for(let[t,r]of Object.entries(Ue)){let i=t===`left`||t===`right`?e.x:e.y;n[`border-${r}`]=Ke(e[t]??i)}return n}var Je={none:`0`,"2xs":`2px`,xs:`4px`,sm:`6px`,md:`8px`,lg:`10px`,xl:`12px`,"2xl":`16px`,"3xl":`20px`,"4xl":`24px`,full:`9999px`,"100%":`100%`},Ye=e=>typeof e==`string`&&Object.hasOwn(Je,e)?Je[e]:void 0,Xe={text:{prose:`text`,primary:`text`,emphasis:`text`,secondary:`text-secondary`,tertiary:`text-tertiary`,success:`success-text`,warning:`warning-text`,danger:`danger-text`,info:`info-text`,discovery:`discovery-text`},surface:{surface:`surface`,"surface-secondary":`surface-muted`,"surface-tertiary":`surface-sunken`,"surface-elevated":`surface-raised`,"surface-elevated-secondary":`surface-muted`},border:{default:`border`,subtle:`border-subtle`,strong:`border-strong`}},Ze={gray:[0,0],red:[26,.2],orange:[50,.17],yellow:[88,.16],green:[150,.16],teal:[190,.12],blue:[255,.19],purple:[300,.2],pink:[350,.2]};function Qe(e){let[,t=``,n=``]=/^([a-z]+)-(\d{1,4})$/.exec(e)??[],r=Number(n);if(t===`alpha`)return`color-mix(in srgb, var(--ck-text) ${Math.min(r,100)}%, transparent)`;let i=Object.hasOwn(Ze,t)?Ze[t]:void 0;if(!i)return;let[a,o]=i,s=Math.min(r,1e3)/1e3,c=Math.sin(Math.PI*Math.min(1,s*.85+.06));return`oklch(${Math.round((.985-.8*s)*1e3)/1e3} ${Math.round(o*c*1e3)/1e3} ${a})`}function $e(e,t){if(typeof e!=`string`)return;let n=Xe[t];return Object.hasOwn(n,e)?`var(--ck-${n[e]})`:Qe(e)??H(e)}function W(e,t){if(!F(e))return $e(e,t);let[n,r]=[$e(e.light,t),$e(e.dark,t)];return n===void 0||r===void 0?n??r:`var(--ck-light, ${n}) var(--ck-dark, ${r})`}function et(e){return{width:U(e.width??e.size),height:U(e.height??e.size),"min-width":U(e.minWidth??e.minSize),"min-height":U(e.minHeight??e.minSize),"max-width":U(e.maxWidth??e.maxSize),"max-height":U(e.maxHeight??e.maxSize),"aspect-ratio":L(e.aspectRatio)?.toString()??H(e.aspectRatio),"border-radius":Ye(e.radius),...We(`margin`,e.margin)}}var tt={start:`flex-start`,center:`center`,end:`flex-end`,baseline:`baseline`,stretch:`stretch`},nt={start:`flex-start`,center:`center`,end:`flex-end`,between:`space-between`,around:`space-around`,evenly:`space-evenly`,stretch:`stretch`},rt=(e,t)=>typeof t==`string`&&Object.hasOwn(e,t)?e[t]:void 0;function G(e){let t=L(e.flex)?.toString()??H(e.flex);return{...et(e),...We(`padding`,e.padding),...qe(e.border),flex:t,gap:He(e.gap),background:W(e.background,`surface`),"align-items":rt(tt,e.align),"justify-content":rt(nt,e.justify),"flex-wrap":[`nowrap`,`wrap`,`wrap-reverse`].find(t=>t===e.wrap)}}var it={xs:`12px`,sm:`14px`,md:`18px`,lg:`20px`,xl:`24px`,"2xl":`30px`,"3xl":`38px`},at=[`3xs`,`2xs`,`xs`,`sm`,`md`,`lg`,`xl`,`2xl`,`3xl`],ot=e=>typeof e==`string`&&Object.hasOwn(it,e)?it[e]:void 0;function st(e){let t=B(e.color,[`success`,`danger`,`warning`,`info`,`discovery`])??`secondary`,n=B(e.variant,[`solid`,`soft`,`outline`])??`soft`;return A`<span
    class=${`ck-w-badge ck-w-badge-${B(e.size,[`sm`,`md`,`lg`])??`sm`} ck-w-tone-${t} ck-w-${n}${e.pill===!1?``:` ck-w-pill`}`}
    >${I(e.label)}</span
  >`}function ct(e,t,n){let r=ot(e.size)??it.md;return A`<span class="ck-w-icon" ${V({color:W(e.color,`text`),"font-size":r})}
    >${n.options.icon(I(e.name)??`dot`)}</span
  >`}var lt=[`top left`,`top`,`top right`,`left`,`center`,`right`,`bottom left`,`bottom`,`bottom right`];async function ut(e){let t=e.target,n=t.nextElementSibling;t.hidden=!0;let r=t.src.startsWith(`data:`)?await Re(t):void 0;r?t.after(r):n?.removeAttribute(`hidden`)}function dt(e,t,n){let r=I(e.src)??``,i=I(e.alt)??``;if(!Be(r,n.options.allowedImageDomains))return ft(r,i,n);let a={...et(e),"object-fit":B(e.fit,[`cover`,`contain`,`fill`,`scale-down`,`none`]),"object-position":B(e.position,lt),background:W(e.background,`surface`),flex:L(e.flex)?.toString()??H(e.flex)};return A`${Ie(r,A`<img
      class=${`ck-w-image${e.frame===!0?` ck-w-frame`:``}${e.flush===!0?` ck-w-flush`:``}`}
      src=${r}
      alt=${i}
      loading="lazy"
      decoding="async"
      referrerpolicy="no-referrer"
      @error=${e=>void ut(e)}
      ${V(a)}
    /><span class="ck-w-broken" hidden
      >${n.options.icon(`image`)} ${i||n.options.t(`image.label`)}</span
    >`)}`}function ft(e,t,n){let{icon:r,t:i}=n.options,a=A`${r(`image`)} ${t||i(`widget.imageBlocked`)}`,o=/^https?:/i.test(e)?ze(e):null;return o===null?A`<span class="ck-w-image-link">${a}</span>`:A`<a class="ck-w-image-link" href=${o} target="_blank" rel="noopener noreferrer"
        >${a}</a
      >`}function pt(e,t,n){let{options:r}=n,i=B(e.style,[`primary`,`secondary`])??`secondary`,a=B(e.color,[`primary`,`secondary`,`info`,`discovery`,`success`,`danger`])??(e.color===`caution`||e.color===`warning`?`warning`:i),o=B(e.variant,[`solid`,`soft`,`outline`,`ghost`])??(a===`secondary`?`outline`:`solid`),s=B(e.size,at)??`lg`,c=I(e.label),[l,u]=[I(e.iconStart),I(e.iconEnd)],d=n.isBusy(t),f=[`ck-w-button ck-w-control-${s} ck-w-tone-${a} ck-w-${o}`,e.pill===!1?``:`ck-w-pill`,e.block===!0?`ck-w-block`:``,e.uniform===!0||!c&&(l||u)?`ck-w-uniform`:``,d?`ck-w-busy`:``],ee=e.submit===!0,p=r=>{ee||n.run(e.onClickAction,t,r.currentTarget,`self`)},m=t=>t?A`<span class="ck-w-icon" ${V({"font-size":ot(e.iconSize)})}
          >${r.icon(t)}</span
        >`:``;return A`<button
    class=${f.filter(Boolean).join(` `)}
    type=${ee?`submit`:`button`}
    ?disabled=${e.disabled===!0}
    aria-disabled=${d?`true`:M}
    aria-label=${c?M:l??u??r.t(`action.submit`)}
    data-path=${t}
    @click=${p}
  >
    ${m(l)}${c?A`<span class="ck-w-button-label">${c}</span>`:``}${m(u)}
    ${d?A`<span class="ck-w-spinner" aria-hidden="true"></span>`:``}
  </button>`}var mt=[`number`,`email`,`text`,`password`,`tel`,`url`];function ht(e,t){let n=I(e.name)??``,r=B(e.variant,[`soft`,`outline`,`ghost`,`solid`])??`outline`,i=B(e.size,at)??`md`,a=`${e.pill===!0?` ck-w-pill`:``}${e.block===!1?``:` ck-w-block`}`;return{name:n,id:t.fieldId(n),className:`ck-w-field ck-w-field-${r} ck-w-control-${i}${a}`,label:t.isLabelled(n)?M:I(e.placeholder)??n}}function gt(e,t,n){let{name:r,id:i,className:a,label:o}=ht(e,n);return A`<input
    class=${a}
    id=${i}
    data-name=${r}
    type=${B(e.inputType,mt)??`text`}
    aria-label=${o}
    placeholder=${I(e.placeholder)??M}
    pattern=${I(e.pattern)??M}
    autocomplete=${e.allowAutofillExtensions===!0?M:`off`}
    ?required=${e.required===!0}
    ?disabled=${e.disabled===!0}
    .defaultValue=${I(e.defaultValue)??``}
  />`}function _t(e,t,n){let{name:r,id:i,className:a,label:o}=ht(e,n);return A`<textarea
    class=${`${a} ck-w-textarea`}
    id=${i}
    data-name=${r}
    rows=${R(e.rows,1,40)??3}
    aria-label=${o}
    placeholder=${I(e.placeholder)??M}
    ?required=${e.required===!0}
    ?disabled=${e.disabled===!0}
    @input=${t=>{let n=t.target;e.autoResize!==!1&&(n.style.height=`auto`,n.style.height=`${n.scrollHeight+2}px`)}}
    .defaultValue=${I(e.defaultValue)??``}
  ></textarea>`}function vt(e,t,n){let{name:r,id:i,className:a,label:o}=ht(e,n),{t:s,icon:c}=n.options,l=I(e.defaultValue),u=z(e.options).map(e=>{let t=I(e.value)??``,n=I(e.description),r=I(e.label)??t;return A`<option
      value=${t}
      ?disabled=${e.disabled===!0}
      .defaultSelected=${t===l}
    >
      ${n?`${r} – ${n}`:r}
    </option>`}),d=r=>n.run(e.onChangeAction,t,r.currentTarget,`none`),f=A`<option
    value=""
    ?hidden=${e.clearable!==!0}
    .defaultSelected=${l===void 0}
  >
    ${I(e.placeholder)??s(`widget.choose`)}
  </option>`;return A`<span class=${`ck-w-select${e.block===!1?``:` ck-w-block`}`}
    ><select
      class=${a}
      id=${i}
      data-name=${r}
      aria-label=${o}
      ?disabled=${e.disabled===!0}
      @change=${d}
    >
      ${f}${u}</select
    >${c(`chevron-down`)}</span
  >`}var yt=e=>/^\d{4}-\d{2}-\d{2}/.exec(I(e)??``)?.[0];function bt(e,t,n){let{name:r,id:i,className:a,label:o}=ht(e,n);return A`<input
    class=${a}
    id=${i}
    data-name=${r}
    type="date"
    aria-label=${o}
    min=${yt(e.min)??M}
    max=${yt(e.max)??M}
    ?disabled=${e.disabled===!0}
    @change=${r=>n.run(e.onChangeAction,t,r.currentTarget,`none`)}
    .defaultValue=${yt(e.defaultValue)??``}
  />`}function xt(e,t,n){let r=I(e.name)??``,i=I(e.label);return A`<label class="ck-w-choice"
    ><input
      type="checkbox"
      id=${n.fieldId(r)}
      data-name=${r}
      aria-label=${i||n.isLabelled(r)?M:r}
      ?required=${e.required===!0}
      ?disabled=${e.disabled===!0}
      @change=${r=>n.run(e.onChangeAction,t,r.currentTarget,`none`)}
      .defaultChecked=${e.defaultChecked===!0}
    />${i?A`<span>${i}</span>`:``}</label
  >`}function St(e,t,n){let r=I(e.name)??``,i=n.fieldId(r);return A`<div
    class=${`ck-w-radios ck-w-${B(e.direction,[`row`,`col`])??`row`}`}
    role="radiogroup"
    aria-label=${I(e.ariaLabel)??r}
    @change=${r=>n.run(e.onChangeAction,t,r.target,`none`)}
  >
    ${z(e.options).map(n=>{let a=I(n.value)??``;return A`<label class="ck-w-choice"
        ><input
          type="radio"
          name=${`${i}-${t}`}
          data-name=${r}
          value=${a}
          ?required=${e.required===!0}
          ?disabled=${e.disabled===!0||n.disabled===!0}
          .defaultChecked=${a===I(e.defaultValue)}
        /><span>${I(n.label)??a}</span></label
      >`})}
  </div>`}var Ct=[`title`,`label`,`value`,`text`,`alt`,`placeholder`,`question`,`description`];function wt(e,t=0){if(t>24)return``;let n=Ct.map(t=>I(e[t])?.trim()).filter(Boolean),r=[...z(e.children),...z(e.options)].map(e=>wt(e,t+1));return[...new Set([...n,...r])].filter(Boolean).join(`
`)}var Tt=new Set([`__proto__`,`constructor`,`prototype`]),Et=e=>e instanceof HTMLInputElement||e instanceof HTMLTextAreaElement||e instanceof HTMLSelectElement;function Dt(e){if(e instanceof HTMLInputElement){if(e.type===`checkbox`)return e.checked;if(e.type===`radio`)return e.checked?e.value:void 0;if(e.type===`number`&&e.value!==``)return e.valueAsNumber}return e.value}function Ot(e,t,n){let r=t.split(`.`),i=r.pop();if(!i||[...r,i].some(e=>Tt.has(e)))return;let a=e;for(let e of r){let t=a[e];a=typeof t==`object`&&t?t:a[e]={}}a[i]=n}function kt(e){let t={},n=e?.closest(`form`);for(let e of n?.elements??[]){if(!Et(e)||!e.dataset.name)continue;let n=Dt(e);n!==void 0&&Ot(t,e.dataset.name,n)}return t}var At=(e,t)=>`ck-w-${B(e.direction,[`row`,`col`])??t}`;function jt(e,t,n){return A`<div class=${At(e,`col`)} ${V(G(e))}>
    ${n.children(e,t)}
  </div>`}function Mt(e,t,n){return A`<div class="ck-w-row" ${V(G(e))}>${n.children(e,t)}</div>`}function Nt(e,t,n){return A`<div class="ck-w-col" ${V(G(e))}>${n.children(e,t)}</div>`}function Pt(e,t,n){return A`<form class=${At(e,`col`)} @submit=${r=>{r.preventDefault(),n.run(e.onSubmitAction,t,r.submitter??r.target,`container`)}} ${V(G(e))}>
    ${n.children(e,t)}
  </form>`}function Ft(e){let t=He(e.minSize);return A`<div class="ck-w-spacer" ${V({"min-width":t,"min-height":t})}></div>`}function It(e){let t=He(e.spacing),n={"border-color":W(e.color,`border`),"border-top-width":U(e.size),"margin-block":t};return A`<hr class=${e.flush===!0?`ck-w-divider ck-w-flush`:`ck-w-divider`} ${V(n)} />`}function Lt(e,t,n){return n.children(e,t)}var Rt={xs:`4rem`,sm:`6rem`,md:`9rem`,lg:`13rem`,xl:`18rem`};function zt(e,t,n,r){let i=typeof e.colSize==`string`?e.colSize:``,a={...We(`padding`,e.padding),width:U(e.width)??(Object.hasOwn(Rt,i)?Rt[i]:void 0),"text-align":B(e.align,[`start`,`center`,`end`]),"vertical-align":{start:`top`,center:`middle`,end:`bottom`}[B(e.vAlign,[`start`,`center`,`end`])??`center`]},o=R(e.colSpan,1,100)??M,s=R(e.rowSpan,1,100)??M,c=n.children(e,t);return r?A`<th scope="col" colspan=${o} rowspan=${s} ${V(a)}>${c}</th>`:A`<td colspan=${o} rowspan=${s} ${V(a)}>${c}</td>`}function Bt(e,t,n){let r=z(e.children).map((e,r)=>A`<tr>
      ${z(e.children).map((i,a)=>zt(i,`${t}.${r}.${a}`,n,e.header===!0))}
    </tr>`);return A`<div class="ck-w-table" role="group" aria-label=${n.options.t(`table.label`)} tabindex="0">
    <table>
      <tbody>
        ${r}
      </tbody>
    </table>
  </div>`}function Vt(e,t,n){return A`<div class="ck-w-row">${n.children(e,t)}</div>`}function Ht(e){return L(e)===void 0?typeof e==`string`?e:``:new Intl.NumberFormat().format(e)}function Ut(e,t,n){let r=F(e.xAxis)?e.xAxis.dataKey:e.xAxis,i=typeof r==`string`?r:``,a=F(e.xAxis)&&F(e.xAxis.labels)?e.xAxis.labels:{},o=z(e.series).map(e=>({key:typeof e.dataKey==`string`?e.dataKey:``,label:Ht(e.label??e.dataKey)})),s=z(e.data).slice(0,500);return A`<div
    class="ck-w-table ck-w-lined"
    role="group"
    aria-label=${n.options.t(`table.label`)}
    tabindex="0"
    ${V({...et(e),flex:H(e.flex)})}
  >
    <table>
      <thead>
        <tr>
          <td></td>
          ${o.map(e=>A`<th scope="col" class="ck-w-number">${e.label}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${s.map(e=>{let t=Ht(e[i]);return A`<tr>
            <th scope="row">${Ht(a[t]??t)}</th>
            ${o.map(t=>A`<td class="ck-w-number">${Ht(e[t.key])}</td>`)}
          </tr>`})}
      </tbody>
    </table>
  </div>`}var Wt=[0,0,0],K=[255,255,255],q=(e,t,n)=>Math.min(n,Math.max(t,e)),Gt=e=>{let t=e/255;return t<=.04045?t/12.92:((t+.055)/1.055)**2.4},Kt=e=>{let t=e<=.0031308?e*12.92:1.055*e**(1/2.4)-.055;return q(Math.round(t*255),0,255)},qt=(e,t,n)=>{let r=(e+.3963377774*t+.2158037573*n)**3,i=(e-.1055613458*t-.0638541728*n)**3,a=(e-.0894841775*t-1.291485548*n)**3;return[Kt(4.0767416621*r-3.3077115913*i+.2309699292*a),Kt(-1.2684380046*r+2.6097574011*i-.3413193965*a),Kt(-.0041960863*r-.7034186147*i+1.707614701*a)]},Jt=e=>{let[t,n,r]=e.map(Gt),i=Math.cbrt(.4122214708*t+.5363325363*n+.0514459929*r),a=Math.cbrt(.2119034982*t+.6806995451*n+.1073969566*r),o=Math.cbrt(.0883024619*t+.2817188376*n+.6299787005*r);return[.2104542553*i+.793617785*a-.0040720468*o,1.9779984951*i-2.428592205*a+.4505937099*o,.0259040371*i+.7827717662*a-.808675766*o]};function J(e,t,n){let r=n*Math.PI/180;return qt(q(e,0,1),t*Math.cos(r),t*Math.sin(r))}function Y(e,t,n){let r=r=>Math.round(e[r]+(t[r]-e[r])*n);return[r(0),r(1),r(2)]}function Yt(e){let[t,n,r]=e.map(Gt);return .2126*t+.7152*n+.0722*r}function X(e,t){let[n,r]=[Yt(e),Yt(t)].sort((e,t)=>e-t);return(r+.05)/(n+.05)}function Xt(e){return X(K,e)>=4.5?K:[10,10,10]}function Z(e,t,n){let r=e=>t.every(t=>X(e,t)>=n),[i,a,o]=Jt(e),s=t[0]??K,c=X(Wt,s)>=X(K,s)?-.01:.01;for(let t=i;t>0&&t<1;t+=c){let n=t===i?e:qt(t,a,o);if(r(n))return n}return c<0?Wt:K}function Q(e){return`#${e.map(e=>e.toString(16).padStart(2,`0`)).join(``)}`}function Zt(e,t,n){let r=t*Math.min(n,1-n),i=t=>{let i=(t+e/30)%12,a=n-r*q(Math.min(i-3,9-i),-1,1);return Math.round(a*255)};return[i(0),i(8),i(4)]}function Qt(e,t){if(typeof CSS>`u`||!CSS.supports(`color`,e))return;let n=document.createElement(`canvas`);n.width=n.height=1;let r=n.getContext(`2d`);if(!r)return;for(let n of[Q(t),e])r.fillStyle=n,r.fillRect(0,0,1,1);let[i=0,a=0,o=0]=r.getImageData(0,0,1,1).data;return[i,a,o]}function $t(e,t){if(typeof e!=`string`)return;let n=e.trim().toLowerCase(),r=/^#([0-9a-f]{3,4}|[0-9a-f]{6}|[0-9a-f]{8})$/.exec(n)?.[1];if(r){let e=r.length<5?r.replace(/./g,`$&$&`):r,n=t=>parseInt(e.slice(t*2,t*2+2),16),i=[n(0),n(1),n(2)];return e.length===8?Y(t,i,n(3)/255):i}let i=/^(rgb|hsl)a?\(([^)]*)\)$/.exec(n),a=i?.[2]?.split(/[\s,/]+/).filter(Boolean)??[],[o=0,s=0,c=0,l=1]=a.map((e,t)=>{let n=parseFloat(e),r=i?.[1]===`rgb`&&t<3?2.55:.01;return e.endsWith(`%`)?n*r:n});return i&&a.length>=3&&[o,s,c,l].every(Number.isFinite)?Y(t,i[1]===`hsl`?Zt((o%360+360)%360,q(s,0,1),q(c,0,1)):[o,s,c].map(e=>q(Math.round(e),0,255)),q(l,0,1)):Qt(n,t)}function en(e,t,n,r){return typeof e==`number`&&Number.isFinite(e)?Math.min(n,Math.max(t,e)):r}function tn(e,t){let{grayscale:n,accent:r,surface:i}=e.color??{},a=en(n?.hue,0,360,265),o=en(n?.tint,0,9,1)*.004,s=en(n?.shade,-4,4,0),c=t?J(.225-s*.018,o,a):J(1-Math.max(0,s)*.012-o/6,o/3,a),l=$t(i?.background,c)??c,u=X(l,K)>X(l,Wt),d=Z(J(u?.935-s*.008:.235-s*.015,o,a),[l],7),f=$t(i?.foreground,l),ee=f!==void 0&&X(f,l)>=4.5,p=ee?f:d,m=f&&!ee?f:void 0,te=m??(u?Y(l,p,.05):Y(l,K,.8)),ne=X(p,l)>=7,h=ne?p:Xt(p),re=u?Y(l,Wt,.22):Y(l,h,.025),g=Y(m??l,h,u?.09:.05),_=[l,te,re,g],v=(e,t)=>Q(Z(Y(l,p,e),_,t)),y=J(.55,.19,258),b=$t(r?.primary,l),x=b?en(r?.level,0,3,1):0,S=b&&x>0?Z(b,[l],1.3):p,ie=Z(b??y,_,4.5),C=Z(b??y,_,3),w=b&&x>=3?b:b&&x>=2?Y(l,b,.16):m??g,ae=X(p,w)>=7?p:Xt(w),T={surface:Q(l),"surface-raised":Q(te),"surface-sunken":Q(re),"surface-muted":Q(g),"surface-hover":$(p,.06),"surface-pressed":$(p,.1),scrim:$(Wt,u?.6:.32),text:Q(p),"text-secondary":v(.74,5.5),"text-tertiary":v(.55,4.5),"text-disabled":Q(Y(l,p,.42)),"border-subtle":$(p,.08),border:$(p,.13),"border-strong":$(p,.24),"border-control":Q(Z(Y(l,p,.4),[l,te],3)),accent:Q(S),"accent-hover":Q(Y(S,Xt(S),.14)),"accent-soft":$(b??p,u?.18:.09),"on-accent":Q(Xt(S)),link:Q(ie),focus:Q(C),bubble:Q(w),"on-bubble":Q(ae),selection:$(C,.28),"shadow-sm":u?`0 1px 2px rgb(0 0 0/.32)`:`0 1px 2px rgb(0 0 0/.05)`,"shadow-md":u?`0 2px 4px rgb(0 0 0/.24), 0 8px 24px rgb(0 0 0/.32)`:`0 1px 2px rgb(0 0 0/.04), 0 6px 20px rgb(0 0 0/.06)`,"shadow-lg":u?`0 4px 12px rgb(0 0 0/.32), 0 24px 56px rgb(0 0 0/.48)`:`0 4px 12px rgb(0 0 0/.06), 0 20px 48px rgb(0 0 0/.14)`},E={danger:J(.57,.2,26),warning:J(.66,.15,62),success:J(.58,.14,150),info:y,discovery:J(.55,.2,300)};for(let[e,t]of Object.entries(E)){let n=ne?Y(l,t,u?.18:.09):g;T[e]=Q(Z(t,[K],4.5)),T[`on-${e}`]=`#ffffff`,T[`${e}-text`]=Q(Z(t,[..._,n],4.5)),T[`${e}-soft`]=Q(n),T[`${e}-border`]=Q(Y(l,t,.34))}return T}function $(e,t){return`rgb(${e.join(` `)}/${t})`}function nn(e){let t=e.colorScheme===`dark`;return{light:t?` `:`initial`,dark:t?`initial`:` `,...tn(e,t)}}var rn=5;function an(e){let t=B(e.theme,[`light`,`dark`]);if(!t)return{};let n=Object.entries(nn({colorScheme:t})).map(([e,t])=>[`--ck-${e}`,t]);return{...Object.fromEntries(n),"color-scheme":t}}function on(e,t){if(!F(e.status))return``;let{favicon:n,icon:r,frame:i}=e.status,a=I(n),{icon:o,allowedImageDomains:s}=t.options,c=``;return a!==void 0&&Be(a,s)?c=A`<img class=${i===!0?`ck-w-favicon ck-w-frame`:`ck-w-favicon`} src=${a} alt="" referrerpolicy="no-referrer" />`:a===void 0?I(r)&&(c=o(I(r)??`dot`)):c=o(`globe`),A`<div class="ck-w-status">${c}<span>${I(e.status.text)}</span></div>`}function sn(e,t,n,r,i){if(!F(e))return``;let a=`${n}.${t}`;return A`<button
    class=${`ck-w-button ck-w-pill ck-w-control-lg ${t===`confirm`?`ck-w-tone-primary ck-w-solid`:`ck-w-tone-secondary ck-w-outline`}`}
    type=${r?`submit`:`button`}
    data-path=${a}
    @click=${t=>{r||i.run(e.action,a,t.currentTarget,`container`)}}
  >
    <span class="ck-w-button-label"
      >${I(e.label)??i.options.t(t===`confirm`?`action.confirm`:`action.cancel`)}</span
    >
  </button>`}function cn(e,t,n){let r=e.asForm===!0,i=F(e.confirm)||F(e.cancel)?A`<div class="ck-w-card-actions">
          ${sn(e.cancel,`cancel`,t,!1,n)}
          ${sn(e.confirm,`confirm`,t,r,n)}
        </div>`:``,a=A`<div class="ck-w-card-body" ${V(We(`padding`,e.padding))}>
      ${n.children(e,t)}
    </div>
    ${i}`;return r?A`<form class="ck-w-card-form" @submit=${r=>{r.preventDefault();let i=F(e.confirm)?e.confirm.action:void 0;n.run(i,`${t}.confirm`,r.submitter??r.target,`container`)}}>${a}</form>`:a}function ln(e,t,n){let r=B(e.size,[`sm`,`md`,`lg`,`full`])??`md`,i={...an(e),...qe(e.border),background:W(e.background,`surface`)},a=`ck-w-card ck-w-card-${r}`;if(e.collapsed===!0){let r=F(e.status)&&I(e.status.text)||wt(e).split(`
`)[0]||n.options.t(`widget.label`);return A`<details class=${`${a} ck-w-collapsed`} ${V(i)}>
      <summary><span>${r}</span>${n.options.icon(`chevron-down`)}</summary>
      ${cn(e,t,n)}
    </details>`}return A`<div class=${a} ${V(i)}>
    ${on(e,n)} ${cn(e,t,n)}
  </div>`}function un(e,t,n){let r=z(e.children),i=e.limit===`auto`?rn:R(e.limit,1,1e3),a=i===void 0||n.isExpanded(t)?0:Math.max(0,r.length-i),o=r.slice(0,r.length-a),s=a?A`<button class="ck-w-more" type="button" @click=${()=>n.expand(t)}>
        ${n.options.t(`widget.showMore`,{n:a})}${n.options.icon(`chevron-down`)}
      </button>`:``;return A`<div class="ck-w-card ck-w-list" ${V(an(e))}>
    ${on(e,n)}
    <ul>
      ${o.map((e,r)=>A`<li>${n.draw(e,`${t}.${r}`)}</li>`)}
    </ul>
    ${s}
  </div>`}var dn=`a, button, input, select, textarea, label, summary`;function fn(e,t,n){let r=F(e.onClickAction)?e.onClickAction:void 0,i=G({gap:e.gap,align:e.align}),a=n.children(e,t);if(!r)return A`<div class="ck-w-item" ${V(i)}>${a}</div>`;let o=e=>{let i=e.currentTarget,a=e.target.closest(dn);if(!(a&&i.contains(a))){if(e instanceof KeyboardEvent){if(e.key!==`Enter`&&e.key!==` `||e.target!==i)return;e.preventDefault()}n.run(r,t,i,`self`)}};return A`<div
    class=${`ck-w-item ck-w-clickable${n.isBusy(t)?` ck-w-busy`:``}`}
    role="button"
    tabindex="0"
    aria-disabled=${n.isBusy(t)?`true`:M}
    data-path=${t}
    @click=${o}
    @keydown=${o}
    ${V(i)}
  >
    ${a}
  </div>`}function pn(e,t,n){let r=B(e.direction,[`row`,`col`])??`col`,{gap:i,padding:a,align:o,justify:s}=e,c={...an(e),...G({gap:i,padding:a,align:o,justify:s})};return A`<div class=${`ck-w-basic ck-w-${r}`} ${V(c)}>
    ${n.children(e,t)}
  </div>`}var mn=[`sm`,`md`,`lg`,`xl`,`2xl`,`3xl`,`4xl`,`5xl`],hn=[`xs`,`sm`,`md`,`lg`,`xl`],gn={normal:`400`,medium:`500`,semibold:`600`,bold:`700`};function _n(e){let t=I(e.weight)??``;return{color:W(e.color,`text`),"font-weight":Object.hasOwn(gn,t)?gn[t]:void 0,"text-align":B(e.textAlign,[`start`,`center`,`end`]),"font-style":e.italic===!0?`italic`:void 0,"text-decoration":e.lineThrough===!0?`line-through`:void 0,width:U(e.width),"min-height":e.minLines?`calc(${R(e.minLines,1,50)??1} * 1lh)`:void 0,"-webkit-line-clamp":e.maxLines?String(R(e.maxLines,1,200)??1):void 0}}function vn(e,t){return`${t}${e.truncate===!0?` ck-w-truncate`:e.maxLines?` ck-w-clamp`:``}`}function yn(e){return A`<h3 class=${vn(e,`ck-w-title ck-w-title-${B(e.size,mn)??`md`}`)} ${V(_n(e))}>
    ${I(e.value)}
  </h3>`}function bn(e){return A`<p class=${vn(e,`ck-w-caption ck-w-caption-${B(e.size,[`sm`,`md`,`lg`])??`md`}`)} ${V(_n(e))}>${I(e.value)}</p>`}function xn(e,t,n){return F(e.editable)?Sn(e,e.editable,n):A`<p class=${vn(e,`ck-w-text ck-w-text-${B(e.size,hn)??`md`}`)} ${V(_n(e))}>${I(e.value)}</p>`}function Sn(e,t,n){let r=I(t.name)??``;return A`<textarea
    class=${`ck-w-text ck-w-text-${B(e.size,hn)??`md`} ck-w-editable`}
    id=${n.fieldId(r)}
    data-name=${r}
    rows=${R(e.minLines,1,50)??1}
    aria-label=${n.isLabelled(r)?M:I(t.placeholder)??r}
    placeholder=${I(t.placeholder)??M}
    ?required=${t.required===!0}
    .defaultValue=${I(e.value)??``}
    ${V(_n(e))}
  ></textarea>`}function Cn(e,t,n){let r=I(e.value)??``,i=n.markdownView(t);return i?(i.update(r,e.streaming===!0),A`<div class="ck-w-markdown">${i.element}</div>`):A`<p class="ck-w-text ck-w-text-md">${r}</p>`}function wn(e,t,n){return A`<label
    class=${`ck-w-label ck-w-text-${B(e.size,hn)??`sm`}`}
    for=${n.fieldId(I(e.fieldName)??``)}
    ${V(_n(e))}
    >${I(e.value)}</label
  >`}var Tn=`
.ck-w {
  container-type: inline-size; position: relative; isolation: isolate; max-width: 100%;
  color: var(--ck-text); font-size: var(--ck-text-md); line-height: 1.45; overflow-wrap: anywhere;
  transition: opacity var(--ck-motion-medium);
}
.ck-w[data-busy] { opacity: 0.55; }
.ck-w *, .ck-w *::before, .ck-w *::after { box-sizing: border-box; }
.ck-w :is(p, h3, ul) { margin: 0; padding: 0; }
.ck-w :is(a, button, input, select, textarea, summary, [tabindex]):focus-visible {
  outline: 2px solid var(--ck-focus); outline-offset: 2px;
}

.ck-w-card {
  --ck-w-pad: calc(var(--ck-unit) * 4);
  /* Nothing inside, however placed, leaves its card. */
  contain: layout paint; width: 100%; overflow: hidden; color: var(--ck-text);
  border: 1px solid var(--ck-border); border-radius: var(--ck-radius-lg);
  background: var(--ck-surface-raised); box-shadow: var(--ck-shadow-sm);
}
.ck-w-card-sm { max-width: 22.5rem; }
.ck-w-card-md { max-width: 27.5rem; }
.ck-w-card-lg { max-width: 35rem; }
.ck-w-card .ck-w-card { box-shadow: none; }
.ck-w-card-body {
  display: flex; flex-direction: column; gap: calc(var(--ck-unit) * 3); padding: var(--ck-w-pad);
}
.ck-w-card-actions {
  display: flex; flex-wrap: wrap; justify-content: flex-end; gap: calc(var(--ck-unit) * 2);
  padding: calc(var(--ck-unit) * 3) var(--ck-w-pad); border-block-start: 1px solid var(--ck-border-subtle);
}
.ck-w-status {
  display: flex; align-items: center; gap: calc(var(--ck-unit) * 2);
  padding: calc(var(--ck-unit) * 2.5) var(--ck-w-pad); color: var(--ck-text-secondary);
  border-block-end: 1px solid var(--ck-border-subtle); font-size: var(--ck-text-sm);
}
.ck-w-status .ck-icon { width: 1.15em; height: 1.15em; }
.ck-w-favicon { width: 1.25em; height: 1.25em; border-radius: 4px; object-fit: cover; }
.ck-w-frame { box-shadow: 0 0 0 1px var(--ck-border); }
.ck-w-collapsed > summary {
  display: flex; align-items: center; justify-content: space-between; gap: calc(var(--ck-unit) * 2);
  padding: calc(var(--ck-unit) * 3) var(--ck-w-pad); cursor: pointer; font-weight: 500; list-style: none;
  transition: background var(--ck-motion-fast);
}
.ck-w-collapsed > summary::-webkit-details-marker { display: none; }
.ck-w-collapsed > summary:hover { background: var(--ck-surface-hover); }
.ck-w-collapsed > summary:focus-visible { outline-offset: -3px; border-radius: var(--ck-radius-lg); }
.ck-w-collapsed > summary .ck-icon { color: var(--ck-text-tertiary); transition: transform var(--ck-motion-medium) var(--ck-ease); }
.ck-w-collapsed[open] > summary .ck-icon { transform: rotate(180deg); }
.ck-w-collapsed[open] > summary { border-block-end: 1px solid var(--ck-border-subtle); }

.ck-w-list { max-width: 35rem; }
.ck-w-list > ul { list-style: none; }
.ck-w-list > ul > li + li { border-block-start: 1px solid var(--ck-border-subtle); }
.ck-w-item {
  display: flex; align-items: center; gap: calc(var(--ck-unit) * 3);
  padding: calc(var(--ck-unit) * 3) var(--ck-w-pad); transition: background var(--ck-motion-fast);
}
.ck-w-item > .ck-w-col, .ck-w-item > .ck-w-row { min-width: 0; }
.ck-w-clickable { cursor: pointer; }
.ck-w-clickable:hover { background: var(--ck-surface-hover); }
.ck-w-clickable:active { background: var(--ck-surface-pressed); }
.ck-w-clickable:focus-visible { outline-offset: -3px; border-radius: var(--ck-radius-md); }
.ck-w-item.ck-w-busy { opacity: 0.55; }
.ck-w-more {
  display: flex; align-items: center; justify-content: center; gap: 0.4em; width: 100%; min-height: var(--ck-control-lg);
  border: 0; border-block-start: 1px solid var(--ck-border-subtle); background: none; color: var(--ck-text-secondary);
  font: inherit; font-size: var(--ck-text-sm); font-weight: 500; cursor: pointer; transition: background var(--ck-motion-fast);
}
.ck-w-more:hover { background: var(--ck-surface-hover); color: var(--ck-text); }
.ck-w-more:focus-visible { outline-offset: -3px; }

.ck-w-row, .ck-w-col, .ck-w-basic, .ck-w-card-form { display: flex; min-width: 0; max-width: 100%; }
.ck-w-row { flex-direction: row; align-items: center; gap: calc(var(--ck-unit) * 2); }
.ck-w-col, .ck-w-card-form { flex-direction: column; }
.ck-w-col { gap: calc(var(--ck-unit) * 2); }
.ck-w-card-form { margin: 0; }
.ck-w-row > :is(.ck-w-text, .ck-w-title, .ck-w-caption, .ck-w-markdown) { min-width: 0; }
.ck-w form { margin: 0; }
.ck-w-basic { gap: calc(var(--ck-unit) * 3); color: var(--ck-text); contain: layout paint; }
.ck-w-basic.ck-w-row { align-items: stretch; flex-wrap: wrap; }
.ck-w-spacer { flex: 1 1 auto; }
.ck-w-divider {
  align-self: stretch; flex: none; width: auto; margin: 0; border: 0 solid var(--ck-border-subtle); border-top-width: 1px;
}
.ck-w-divider.ck-w-flush, .ck-w-image.ck-w-flush { margin-inline: calc(-1 * var(--ck-w-pad, 0px)); }
.ck-w-row > .ck-w-divider { border-top-width: 0; border-inline-start-width: 1px; }

.ck-w .ck-w-title { color: var(--ck-text); font-weight: 600; line-height: 1.25; letter-spacing: -0.012em; }
.ck-w-title-sm { font-size: calc(var(--ck-text-md) * 0.95); }
.ck-w-title-md { font-size: calc(var(--ck-text-md) * 1.1); }
.ck-w-title-lg { font-size: calc(var(--ck-text-md) * 1.25); }
.ck-w-title-xl { font-size: calc(var(--ck-text-md) * 1.5); }
.ck-w-title-2xl { font-size: calc(var(--ck-text-md) * 1.75); }
.ck-w-title-3xl { font-size: calc(var(--ck-text-md) * 2); }
.ck-w-title-4xl { font-size: calc(var(--ck-text-md) * 2.4); }
.ck-w-title-5xl { font-size: calc(var(--ck-text-md) * 2.9); }
.ck-w-text-xs { font-size: var(--ck-text-xs); }
.ck-w-text-sm { font-size: var(--ck-text-sm); }
.ck-w-text-md { font-size: calc(var(--ck-text-md) * 0.95); }
.ck-w-text-lg { font-size: var(--ck-text-lg); }
.ck-w-text-xl { font-size: var(--ck-text-xl); }
.ck-w-text { white-space: pre-line; }
.ck-w .ck-w-caption { color: var(--ck-text-secondary); line-height: 1.4; }
.ck-w-caption-sm { font-size: calc(var(--ck-text-md) * 0.72); }
.ck-w-caption-md { font-size: calc(var(--ck-text-md) * 0.8); }
.ck-w-caption-lg { font-size: var(--ck-text-sm); }
.ck-w-label { color: var(--ck-text-secondary); font-weight: 500; }
.ck-w-truncate { overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
.ck-w-clamp { display: -webkit-box; overflow: hidden; -webkit-box-orient: vertical; }
.ck-w-markdown { font-size: calc(var(--ck-text-md) * 0.95); min-width: 0; }
.ck-w-unknown { display: flex; flex-direction: column; gap: calc(var(--ck-unit) * 2); min-width: 0; }
.ck-w-unknown > .ck-w-text { color: var(--ck-text-secondary); }

.ck-w-icon { display: inline-flex; flex: none; font-size: 18px; }
.ck-w-icon .ck-icon { width: 1em; height: 1em; }
.ck-w-image {
  display: block; max-width: 100%; object-fit: cover; border-radius: var(--ck-radius-md); background: var(--ck-surface-muted);
}
.ck-w-image.ck-w-flush { max-width: none; border-radius: 0; }
.ck-w-image[hidden], .ck-w-broken[hidden] { display: none; }
.ck-w-broken, .ck-w-image-link {
  display: inline-flex; align-items: center; align-self: flex-start; gap: 0.5em; padding: 0.5em 0.8em; border-radius: var(--ck-radius-md);
  background: var(--ck-surface-muted); color: var(--ck-text-secondary); font-size: var(--ck-text-sm);
}
a.ck-w-image-link { color: var(--ck-link); text-decoration: none; }
a.ck-w-image-link:hover { text-decoration: underline; }

.ck-w-tone-primary { --t: var(--ck-accent); --on: var(--ck-on-accent); --tt: var(--ck-text); --ts: var(--ck-accent-soft); --tb: var(--ck-border-strong); }
.ck-w-tone-secondary { --t: var(--ck-surface-muted); --on: var(--ck-text); --tt: var(--ck-text); --ts: var(--ck-surface-muted); --tb: var(--ck-border); }
.ck-w-tone-success { --t: var(--ck-success); --on: var(--ck-on-success); --tt: var(--ck-success-text); --ts: var(--ck-success-soft); --tb: var(--ck-success-border); }
.ck-w-tone-danger { --t: var(--ck-danger); --on: var(--ck-on-danger); --tt: var(--ck-danger-text); --ts: var(--ck-danger-soft); --tb: var(--ck-danger-border); }
.ck-w-tone-warning { --t: var(--ck-warning); --on: var(--ck-on-warning); --tt: var(--ck-warning-text); --ts: var(--ck-warning-soft); --tb: var(--ck-warning-border); }
.ck-w-tone-info { --t: var(--ck-info); --on: var(--ck-on-info); --tt: var(--ck-info-text); --ts: var(--ck-info-soft); --tb: var(--ck-info-border); }
.ck-w-tone-discovery { --t: var(--ck-discovery); --on: var(--ck-on-discovery); --tt: var(--ck-discovery-text); --ts: var(--ck-discovery-soft); --tb: var(--ck-discovery-border); }
.ck-w-solid { background: var(--t); color: var(--on); border-color: transparent; }
.ck-w-soft { background: var(--ts); color: var(--tt); border-color: transparent; }
.ck-w-outline { background: transparent; color: var(--tt); border-color: var(--tb); }
.ck-w-ghost { background: transparent; color: var(--tt); border-color: transparent; }

.ck-w-badge {
  display: inline-flex; align-items: center; flex: none; max-width: 100%; padding: 0.12em 0.6em; border-width: 1px; border-style: solid;
  border-radius: var(--ck-radius-xs); font-weight: 550; line-height: 1.5; white-space: nowrap;
}
.ck-w-badge.ck-w-tone-secondary:not(.ck-w-solid) { color: var(--ck-text-secondary); }
.ck-w-badge-sm { font-size: calc(var(--ck-text-md) * 0.72); }
.ck-w-badge-md { font-size: calc(var(--ck-text-md) * 0.8); }
.ck-w-badge-lg { font-size: var(--ck-text-sm); }
.ck-w-badge.ck-w-pill { border-radius: var(--ck-radius-full); }

.ck-w-control-3xs { --h: 22px; --f: 0.72; --p: 8px; }
.ck-w-control-2xs { --h: 24px; --f: 0.75; --p: 9px; }
.ck-w-control-xs { --h: 26px; --f: 0.78; --p: 10px; }
.ck-w-control-sm { --h: 28px; --f: 0.8125; --p: 11px; }
.ck-w-control-md { --h: 34px; --f: 0.875; --p: 12px; }
.ck-w-control-lg { --h: 36px; --f: 0.875; --p: 14px; }
.ck-w-control-xl { --h: 40px; --f: 0.9375; --p: 16px; }
.ck-w-control-2xl { --h: 44px; --f: 1; --p: 18px; }
.ck-w-control-3xl { --h: 48px; --f: 1; --p: 20px; }
.ck-w-button {
  position: relative; display: inline-flex; align-items: center; justify-content: center; gap: 0.45em; flex: none;
  max-width: 100%; min-height: var(--h); padding: 0 var(--p); border-width: 1px; border-style: solid;
  border-radius: min(10px, var(--ck-radius-control)); font: inherit; font-size: calc(var(--ck-text-md) * var(--f));
  font-weight: 500; line-height: 1.2; cursor: pointer; transition: background var(--ck-motion-fast), filter var(--ck-motion-fast), transform var(--ck-motion-fast);
}
.ck-w-button.ck-w-pill, .ck-w-field.ck-w-pill { border-radius: var(--ck-radius-control); }
.ck-w-button.ck-w-block { width: 100%; flex: 1 1 auto; }
.ck-w-button.ck-w-uniform { width: var(--h); padding: 0; }
.ck-w-button .ck-w-icon { font-size: 1.2em; }
.ck-w-button-label { overflow: hidden; text-overflow: ellipsis; }
.ck-w-button.ck-w-solid:hover { filter: brightness(1.08); }
.ck-w-button.ck-w-tone-primary.ck-w-solid:hover { background: var(--ck-accent-hover); filter: none; }
.ck-w-button.ck-w-tone-secondary.ck-w-solid:hover, .ck-w-button.ck-w-soft:hover { filter: brightness(0.97); }
.ck-w-button:is(.ck-w-outline, .ck-w-ghost):hover { background: var(--ck-surface-hover); }
.ck-w-button:active { transform: scale(0.985); }
.ck-w-button:disabled { opacity: 0.45; cursor: not-allowed; filter: none; transform: none; }
.ck-w-button.ck-w-busy { cursor: progress; }
.ck-w-button.ck-w-busy > :not(.ck-w-spinner) { opacity: 0; }
.ck-w-spinner {
  position: absolute; inset: 0; width: 1.1em; height: 1.1em; margin: auto; border: 2px solid currentColor;
  border-inline-end-color: transparent; border-radius: 50%; animation: ck-w-turn 0.8s linear infinite;
}
@keyframes ck-w-turn { to { transform: rotate(1turn); } }
@media (prefers-reduced-motion: reduce) { .ck-w-spinner { animation-duration: 2.4s; } }
@media (pointer: coarse) { .ck-w-button, .ck-w-field, .ck-w-select > select { --h: 44px; } }

.ck-w-field, .ck-w-editable {
  min-width: 0; max-width: 100%; min-height: var(--h); padding: 0 var(--p); color: var(--ck-text); font: inherit;
  font-size: calc(var(--ck-text-md) * var(--f)); border: 1px solid var(--ck-border-control);
  border-radius: min(10px, var(--ck-radius-control)); background: var(--ck-surface); transition: border-color var(--ck-motion-fast);
}
.ck-w-field.ck-w-block, .ck-w-select.ck-w-block { width: 100%; }
.ck-w-row > :is(.ck-w-field, .ck-w-select) { flex: 1 1 8em; width: auto; }
.ck-w-field:hover { border-color: var(--ck-text-secondary); }
.ck-w .ck-w-field:focus-visible { outline-offset: -1px; }
.ck-w-field-soft { background: var(--ck-surface-muted); border-color: transparent; border-block-end-color: var(--ck-border-control); }
.ck-w-field-ghost { background: transparent; border-color: transparent; }
.ck-w-field::placeholder, .ck-w-editable::placeholder { color: var(--ck-text-tertiary); opacity: 1; }
.ck-w-field:disabled { opacity: 0.55; cursor: not-allowed; }
.ck-w-field:user-invalid { border-color: var(--ck-danger-text); }
.ck-w-textarea { padding-block: 0.55em; line-height: 1.45; resize: vertical; max-height: 24em; }
.ck-w-textarea.ck-w-pill { border-radius: min(16px, var(--ck-radius-control)); }
.ck-w-editable { width: 100%; min-height: 0; padding: 0.1em 0.3em; margin-inline: -0.3em; border-color: transparent; background: none; resize: none; field-sizing: content; --f: 0.95; }
.ck-w-editable:hover { background: var(--ck-surface-hover); }
.ck-w-select { position: relative; display: inline-flex; align-items: center; max-width: 100%; }
.ck-w-select > select { appearance: none; width: 100%; padding-inline-end: calc(var(--p) + 1.5em); text-overflow: ellipsis; cursor: pointer; }
.ck-w-select > .ck-icon { position: absolute; inset-inline-end: 0.7em; width: 1.05em; height: 1.05em; color: var(--ck-text-tertiary); pointer-events: none; }
.ck-w-choice { display: inline-flex; align-items: flex-start; gap: 0.55em; font-size: calc(var(--ck-text-md) * 0.925); cursor: pointer; }
.ck-w-choice > input { flex: none; width: 1.15em; height: 1.15em; margin: 0.14em 0 0; accent-color: var(--ck-accent); cursor: inherit; }
.ck-w-choice:has(input:disabled) { color: var(--ck-text-disabled); cursor: not-allowed; }
@media (pointer: coarse) { .ck-w-choice { padding-block: 0.5em; } }
.ck-w-radios { flex-wrap: wrap; align-items: flex-start; gap: calc(var(--ck-unit) * 2) calc(var(--ck-unit) * 4); }

.ck-w-table { max-width: 100%; overflow-x: auto; font-size: calc(var(--ck-text-md) * 0.9); }
.ck-w-table table { width: 100%; border-collapse: collapse; }
.ck-w-table :is(th, td) { padding: calc(var(--ck-unit) * 2) calc(var(--ck-unit) * 2.5); text-align: start; font-weight: 400; }
.ck-w-table :is(th, td):first-child { padding-inline-start: 0; }
.ck-w-table :is(th, td):last-child { padding-inline-end: 0; }
.ck-w-table th, .ck-w-table th * { color: var(--ck-text-secondary); font-weight: 500; }
.ck-w-table tr + tr, .ck-w-table tbody:not(:first-child) tr { border-block-start: 1px solid var(--ck-border-subtle); }
.ck-w-table .ck-w-number { text-align: end; font-variant-numeric: tabular-nums; }
`,En={Card:ln,ListView:un,ListViewItem:fn,Basic:pn,Box:jt,Row:Mt,Col:Nt,Form:Pt,Spacer:Ft,Divider:It,Transition:Lt,Title:yn,Caption:bn,Text:xn,Markdown:Cn,Label:wn,Badge:st,Icon:ct,Image:dt,Button:pt,Input:gt,Textarea:_t,Select:vt,DatePicker:bt,Checkbox:xt,RadioGroup:St,Table:Bt,"Table.Row":Vt,"Table.Cell":Vt,Chart:Ut},Dn=40,On=2e3,kn=0,An=class{constructor(e){this.options=e,this.element=document.createElement(`div`),this.prefix=`ck-w${kn+=1}`,this.labelled=new Set,this.busy=new Set,this.containerBusy=0,this.expanded=new Set,this.markdownViews=new Map,this.drawn=0,this.element.className=`ck-w`}update(e){this.root=e,this.labelled=new Set(jn(e)),this.render()}render(){this.drawn=0,this.element.inert=this.containerBusy>0,this.element.toggleAttribute(`data-busy`,this.containerBusy>0),this.element.setAttribute(`aria-busy`,String(this.containerBusy>0)),De(A`${F(this.root)?this.draw(this.root,`0`):``}`,this.element)}draw(e,t){if(this.drawn+=1,this.drawn>On||t.split(`.`).length>Dn)return``;let n=I(e.type)??``,r=Object.hasOwn(En,n)?En[n]:void 0;try{return r?r(e,t,this):this.fallback(e,t)}catch{return this.fallback(e,t)}}children(e,t){let n=Math.max(0,On-this.drawn);return z(e.children).slice(0,n).map((e,n)=>this.draw(e,`${t}.${n}`))}fallback(e,t){let n=wt({...e,children:void 0});return A`<div class="ck-w-unknown" data-type=${I(e.type)??``}>
      ${n?A`<p class="ck-w-text ck-w-text-md">${n}</p>`:``} ${this.children(e,t)}
    </div>`}fieldId(e){return`${this.prefix}-${encodeURIComponent(e)}`}isLabelled(e){return this.labelled.has(e)}isBusy(e){return this.busy.has(e)}isExpanded(e){return this.expanded.has(e)}expand(e){this.expanded.add(e),this.render()}markdownView(e){let t=this.markdownViews.get(e);if(t)return t;let n=this.options.markdown();return n&&this.markdownViews.set(e,n),n}run(e,t,n,r){if(!F(e)||typeof e.type!=`string`)return;let i=n.getAttribute(`data-path`)??t;if(this.busy.has(i)||this.containerBusy>0)return;let a=B(e.loadingBehavior,[`none`,`self`,`container`])??r,o=this.options.onAction(e,kt(n));this.showLoading(a,i,o)}async showLoading(e,t,n){let{activeElement:r}=this.element.getRootNode();e===`self`&&this.busy.add(t),e===`container`&&(this.containerBusy+=1),this.render();try{await n}catch{}e===`self`&&this.busy.delete(t),e===`container`&&--this.containerBusy,this.render(),e===`container`&&this.restoreFocus(r)}restoreFocus(e){let{activeElement:t}=this.element.getRootNode();(t===null||t===document.body)&&e instanceof HTMLElement&&this.element.contains(e)&&e.focus({preventScroll:!0})}};function jn(e,t=0){if(!F(e)||t>Dn)return[];let n=e.type===`Label`?[I(e.fieldName)??``]:[],r=z(e.children).flatMap(e=>jn(e,t+1));return[...n,...r]}function Mn(e){return new An(e)}export{Mn as createWidgetView,Tn as widgetStyles};