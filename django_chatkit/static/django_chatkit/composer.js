var e=globalThis,t=e.ShadowRoot&&(e.ShadyCSS===void 0||e.ShadyCSS.nativeShadow)&&`adoptedStyleSheets`in Document.prototype&&`replace`in CSSStyleSheet.prototype,n=Symbol(),r=new WeakMap,i=class{constructor(e,t,r){if(this._$cssResult$=!0,r!==n)throw Error("CSSResult is not constructable. Use `unsafeCSS` or `css` instead.");this.cssText=e,this.t=t}get styleSheet(){let e=this.o,n=this.t;if(t&&e===void 0){let t=n!==void 0&&n.length===1;t&&(e=r.get(n)),e===void 0&&((this.o=e=new CSSStyleSheet).replaceSync(this.cssText),t&&r.set(n,e))}return e}toString(){return this.cssText}},a=e=>new i(typeof e==`string`?e:e+``,void 0,n),o=(n,r)=>{if(t)n.adoptedStyleSheets=r.map(e=>e instanceof CSSStyleSheet?e:e.styleSheet);else for(let t of r){let r=document.createElement(`style`),i=e.litNonce;i!==void 0&&r.setAttribute(`nonce`,i),r.textContent=t.cssText,n.appendChild(r)}},s=t?e=>e:e=>e instanceof CSSStyleSheet?(e=>{let t=``;for(let n of e.cssRules)t+=n.cssText;return a(t)})(e):e,{is:c,defineProperty:l,getOwnPropertyDescriptor:u,getOwnPropertyNames:d,getOwnPropertySymbols:f,getPrototypeOf:p}=Object,m=globalThis,h=m.trustedTypes,ee=h?h.emptyScript:``,te=m.reactiveElementPolyfillSupport,g=(e,t)=>e,_={toAttribute(e,t){switch(t){case Boolean:e=e?ee:null;break;case Object:case Array:e=e==null?e:JSON.stringify(e)}return e},fromAttribute(e,t){let n=e;switch(t){case Boolean:n=e!==null;break;case Number:n=e===null?null:Number(e);break;case Object:case Array:try{n=JSON.parse(e)}catch{n=null}}return n}},v=(e,t)=>!c(e,t),ne={attribute:!0,type:String,converter:_,reflect:!1,useDefault:!1,hasChanged:v};Symbol.metadata??=Symbol(`metadata`),m.litPropertyMetadata??=new WeakMap;var y=class extends HTMLElement{static addInitializer(e){this._$Ei(),(this.l??=[]).push(e)}static get observedAttributes(){return this.finalize(),this._$Eh&&[...this._$Eh.keys()]}static createProperty(e,t=ne){if(t.state&&(t.attribute=!1),this._$Ei(),this.prototype.hasOwnProperty(e)&&((t=Object.create(t)).wrapped=!0),this.elementProperties.set(e,t),!t.noAccessor){let n=Symbol(),r=this.getPropertyDescriptor(e,n,t);r!==void 0&&l(this.prototype,e,r)}}static getPropertyDescriptor(e,t,n){let{get:r,set:i}=u(this.prototype,e)??{get(){return this[t]},set(e){this[t]=e}};return{get:r,set(t){let a=r?.call(this);i?.call(this,t),this.requestUpdate(e,a,n)},configurable:!0,enumerable:!0}}static getPropertyOptions(e){return this.elementProperties.get(e)??ne}static _$Ei(){if(this.hasOwnProperty(g(`elementProperties`)))return;let e=p(this);e.finalize(),e.l!==void 0&&(this.l=[...e.l]),this.elementProperties=new Map(e.elementProperties)}static finalize(){if(this.hasOwnProperty(g(`finalized`)))return;if(this.finalized=!0,this._$Ei(),this.hasOwnProperty(g(`properties`))){let e=this.properties,t=[...d(e),...f(e)];for(let n of t)this.createProperty(n,e[n])}let e=this[Symbol.metadata];if(e!==null){let t=litPropertyMetadata.get(e);if(t!==void 0)for(let[e,n]of t)this.elementProperties.set(e,n)}this._$Eh=new Map;for(let[e,t]of this.elementProperties){let n=this._$Eu(e,t);n!==void 0&&this._$Eh.set(n,e)}this.elementStyles=this.finalizeStyles(this.styles)}static finalizeStyles(e){let t=[];if(Array.isArray(e)){let n=new Set(e.flat(1/0).reverse());for(let e of n)t.unshift(s(e))}else e!==void 0&&t.push(s(e));return t}static _$Eu(e,t){let n=t.attribute;return!1===n?void 0:typeof n==`string`?n:typeof e==`string`?e.toLowerCase():void 0}constructor(){super(),this._$Ep=void 0,this.isUpdatePending=!1,this.hasUpdated=!1,this._$Em=null,this._$Ev()}_$Ev(){this._$ES=new Promise(e=>this.enableUpdating=e),this._$AL=new Map,this._$E_(),this.requestUpdate(),this.constructor.l?.forEach(e=>e(this))}addController(e){(this._$EO??=new Set).add(e),this.renderRoot!==void 0&&this.isConnected&&e.hostConnected?.()}removeController(e){this._$EO?.delete(e)}_$E_(){let e=new Map,t=this.constructor.elementProperties;for(let n of t.keys())this.hasOwnProperty(n)&&(e.set(n,this[n]),delete this[n]);e.size>0&&(this._$Ep=e)}createRenderRoot(){let e=this.shadowRoot??this.attachShadow(this.constructor.shadowRootOptions);return o(e,this.constructor.elementStyles),e}connectedCallback(){this.renderRoot??=this.createRenderRoot(),this.enableUpdating(!0),this._$EO?.forEach(e=>e.hostConnected?.())}enableUpdating(e){}disconnectedCallback(){this._$EO?.forEach(e=>e.hostDisconnected?.())}attributeChangedCallback(e,t,n){this._$AK(e,n)}_$ET(e,t){let n=this.constructor.elementProperties.get(e),r=this.constructor._$Eu(e,n);if(r!==void 0&&!0===n.reflect){let i=(n.converter?.toAttribute===void 0?_:n.converter).toAttribute(t,n.type);this._$Em=e,i==null?this.removeAttribute(r):this.setAttribute(r,i),this._$Em=null}}_$AK(e,t){let n=this.constructor,r=n._$Eh.get(e);if(r!==void 0&&this._$Em!==r){let e=n.getPropertyOptions(r),i=typeof e.converter==`function`?{fromAttribute:e.converter}:e.converter?.fromAttribute===void 0?_:e.converter;this._$Em=r;let a=i.fromAttribute(t,e.type);this[r]=a??this._$Ej?.get(r)??a,this._$Em=null}}requestUpdate(e,t,n,r=!1,i){if(e!==void 0){let a=this.constructor;if(!1===r&&(i=this[e]),n??=a.getPropertyOptions(e),!((n.hasChanged??v)(i,t)||n.useDefault&&n.reflect&&i===this._$Ej?.get(e)&&!this.hasAttribute(a._$Eu(e,n))))return;this.C(e,t,n)}!1===this.isUpdatePending&&(this._$ES=this._$EP())}C(e,t,{useDefault:n,reflect:r,wrapped:i},a){n&&!(this._$Ej??=new Map).has(e)&&(this._$Ej.set(e,a??t??this[e]),!0!==i||a!==void 0)||(this._$AL.has(e)||(this.hasUpdated||n||(t=void 0),this._$AL.set(e,t)),!0===r&&this._$Em!==e&&(this._$Eq??=new Set).add(e))}async _$EP(){this.isUpdatePending=!0;try{await this._$ES}catch(e){Promise.reject(e)}let e=this.scheduleUpdate();return e!=null&&await e,!this.isUpdatePending}scheduleUpdate(){return this.performUpdate()}performUpdate(){if(!this.isUpdatePending)return;if(!this.hasUpdated){if(this.renderRoot??=this.createRenderRoot(),this._$Ep){for(let[e,t]of this._$Ep)this[e]=t;this._$Ep=void 0}let e=this.constructor.elementProperties;if(e.size>0)for(let[t,n]of e){let{wrapped:e}=n,r=this[t];!0!==e||this._$AL.has(t)||r===void 0||this.C(t,void 0,n,r)}}let e=!1,t=this._$AL;try{e=this.shouldUpdate(t),e?(this.willUpdate(t),this._$EO?.forEach(e=>e.hostUpdate?.()),this.update(t)):this._$EM()}catch(t){throw e=!1,this._$EM(),t}e&&this._$AE(t)}willUpdate(e){}_$AE(e){this._$EO?.forEach(e=>e.hostUpdated?.()),this.hasUpdated||(this.hasUpdated=!0,this.firstUpdated(e)),this.updated(e)}_$EM(){this._$AL=new Map,this.isUpdatePending=!1}get updateComplete(){return this.getUpdateComplete()}getUpdateComplete(){return this._$ES}shouldUpdate(e){return!0}update(e){this._$Eq&&=this._$Eq.forEach(e=>this._$ET(e,this[e])),this._$EM()}updated(e){}firstUpdated(e){}};y.elementStyles=[],y.shadowRootOptions={mode:`open`},y[g(`elementProperties`)]=new Map,y[g(`finalized`)]=new Map,te?.({ReactiveElement:y}),(m.reactiveElementVersions??=[]).push(`2.1.2`);var re=globalThis,ie=e=>e,b=re.trustedTypes,ae=b?b.createPolicy(`lit-html`,{createHTML:e=>e}):void 0,x=`$lit$`,S=`lit$${Math.random().toFixed(9).slice(2)}$`,oe=`?`+S,se=`<${oe}>`,C=document,w=()=>C.createComment(``),T=e=>e===null||typeof e!=`object`&&typeof e!=`function`,E=Array.isArray,ce=e=>E(e)||typeof e?.[Symbol.iterator]==`function`,le=`[ 	
\f\r]`,D=/<(?:(!--|\/[^a-zA-Z])|(\/?[a-zA-Z][^>\s]*)|(\/?$))/g,ue=/-->/g,de=/>/g,O=RegExp(`>|${le}(?:([^\\s"'>=/]+)(${le}*=${le}*(?:[^ \t\n\f\r"'\`<>=]|("|')|))|$)`,`g`),fe=/'/g,pe=/"/g,me=/^(?:script|style|textarea|title)$/i,k=(e=>(t,...n)=>({_$litType$:e,strings:t,values:n}))(1),A=Symbol.for(`lit-noChange`),j=Symbol.for(`lit-nothing`),he=new WeakMap,M=C.createTreeWalker(C,129);function ge(e,t){if(!E(e)||!e.hasOwnProperty(`raw`))throw Error(`invalid template strings array`);return ae===void 0?t:ae.createHTML(t)}var _e=(e,t)=>{let n=e.length-1,r=[],i,a=t===2?`<svg>`:t===3?`<math>`:``,o=D;for(let t=0;t<n;t++){let n=e[t],s,c,l=-1,u=0;for(;u<n.length&&(o.lastIndex=u,c=o.exec(n),c!==null);)u=o.lastIndex,o===D?c[1]===`!--`?o=ue:c[1]===void 0?c[2]===void 0?c[3]!==void 0&&(o=O):(me.test(c[2])&&(i=RegExp(`</`+c[2],`g`)),o=O):o=de:o===O?c[0]===`>`?(o=i??D,l=-1):c[1]===void 0?l=-2:(l=o.lastIndex-c[2].length,s=c[1],o=c[3]===void 0?O:c[3]===`"`?pe:fe):o===pe||o===fe?o=O:o===ue||o===de?o=D:(o=O,i=void 0);let d=o===O&&e[t+1].startsWith(`/>`)?` `:``;a+=o===D?n+se:l>=0?(r.push(s),n.slice(0,l)+x+n.slice(l)+S+d):n+S+(l===-2?t:d)}return[ge(e,a+(e[n]||`<?>`)+(t===2?`</svg>`:t===3?`</math>`:``)),r]},N=class e{constructor({strings:t,_$litType$:n},r){let i;this.parts=[];let a=0,o=0,s=t.length-1,c=this.parts,[l,u]=_e(t,n);if(this.el=e.createElement(l,r),M.currentNode=this.el.content,n===2||n===3){let e=this.el.content.firstChild;e.replaceWith(...e.childNodes)}for(;(i=M.nextNode())!==null&&c.length<s;){if(i.nodeType===1){if(i.hasAttributes())for(let e of i.getAttributeNames())if(e.endsWith(x)){let t=u[o++],n=i.getAttribute(e).split(S),r=/([.?@])?(.*)/.exec(t);c.push({type:1,index:a,name:r[2],strings:n,ctor:r[1]===`.`?ye:r[1]===`?`?be:r[1]===`@`?xe:I}),i.removeAttribute(e)}else e.startsWith(S)&&(c.push({type:6,index:a}),i.removeAttribute(e));if(me.test(i.tagName)){let e=i.textContent.split(S),t=e.length-1;if(t>0){i.textContent=b?b.emptyScript:``;for(let n=0;n<t;n++)i.append(e[n],w()),M.nextNode(),c.push({type:2,index:++a});i.append(e[t],w())}}}else if(i.nodeType===8){if(i.data===oe)c.push({type:2,index:a});else{let e=-1;for(;(e=i.data.indexOf(S,e+1))!==-1;)c.push({type:7,index:a}),e+=S.length-1}}a++}}static createElement(e,t){let n=C.createElement(`template`);return n.innerHTML=e,n}};function P(e,t,n=e,r){if(t===A)return t;let i=r===void 0?n._$Cl:n._$Co?.[r],a=T(t)?void 0:t._$litDirective$;return i?.constructor!==a&&(i?._$AO?.(!1),a===void 0?i=void 0:(i=new a(e),i._$AT(e,n,r)),r===void 0?n._$Cl=i:(n._$Co??=[])[r]=i),i!==void 0&&(t=P(e,i._$AS(e,t.values),i,r)),t}var ve=class{constructor(e,t){this._$AV=[],this._$AN=void 0,this._$AD=e,this._$AM=t}get parentNode(){return this._$AM.parentNode}get _$AU(){return this._$AM._$AU}u(e){let{el:{content:t},parts:n}=this._$AD,r=(e?.creationScope??C).importNode(t,!0);M.currentNode=r;let i=M.nextNode(),a=0,o=0,s=n[0];for(;s!==void 0;){if(a===s.index){let t;s.type===2?t=new F(i,i.nextSibling,this,e):s.type===1?t=new s.ctor(i,s.name,s.strings,this,e):s.type===6&&(t=new Se(i,this,e)),this._$AV.push(t),s=n[++o]}a!==s?.index&&(i=M.nextNode(),a++)}return M.currentNode=C,r}p(e){let t=0;for(let n of this._$AV)n!==void 0&&(n.strings===void 0?n._$AI(e[t]):(n._$AI(e,n,t),t+=n.strings.length-2)),t++}},F=class e{get _$AU(){return this._$AM?._$AU??this._$Cv}constructor(e,t,n,r){this.type=2,this._$AH=j,this._$AN=void 0,this._$AA=e,this._$AB=t,this._$AM=n,this.options=r,this._$Cv=r?.isConnected??!0}get parentNode(){let e=this._$AA.parentNode,t=this._$AM;return t!==void 0&&e?.nodeType===11&&(e=t.parentNode),e}get startNode(){return this._$AA}get endNode(){return this._$AB}_$AI(e,t=this){e=P(this,e,t),T(e)?e===j||e==null||e===``?(this._$AH!==j&&this._$AR(),this._$AH=j):e!==this._$AH&&e!==A&&this._(e):e._$litType$===void 0?e.nodeType===void 0?ce(e)?this.k(e):this._(e):this.T(e):this.$(e)}O(e){return this._$AA.parentNode.insertBefore(e,this._$AB)}T(e){this._$AH!==e&&(this._$AR(),this._$AH=this.O(e))}_(e){this._$AH!==j&&T(this._$AH)?this._$AA.nextSibling.data=e:this.T(C.createTextNode(e)),this._$AH=e}$(e){let{values:t,_$litType$:n}=e,r=typeof n==`number`?this._$AC(e):(n.el===void 0&&(n.el=N.createElement(ge(n.h,n.h[0]),this.options)),n);if(this._$AH?._$AD===r)this._$AH.p(t);else{let e=new ve(r,this),n=e.u(this.options);e.p(t),this.T(n),this._$AH=e}}_$AC(e){let t=he.get(e.strings);return t===void 0&&he.set(e.strings,t=new N(e)),t}k(t){E(this._$AH)||(this._$AH=[],this._$AR());let n=this._$AH,r,i=0;for(let a of t)i===n.length?n.push(r=new e(this.O(w()),this.O(w()),this,this.options)):r=n[i],r._$AI(a),i++;i<n.length&&(this._$AR(r&&r._$AB.nextSibling,i),n.length=i)}_$AR(e=this._$AA.nextSibling,t){for(this._$AP?.(!1,!0,t);e!==this._$AB;){let t=ie(e).nextSibling;ie(e).remove(),e=t}}setConnected(e){this._$AM===void 0&&(this._$Cv=e,this._$AP?.(e))}},I=class{get tagName(){return this.element.tagName}get _$AU(){return this._$AM._$AU}constructor(e,t,n,r,i){this.type=1,this._$AH=j,this._$AN=void 0,this.element=e,this.name=t,this._$AM=r,this.options=i,n.length>2||n[0]!==``||n[1]!==``?(this._$AH=Array(n.length-1).fill(new String),this.strings=n):this._$AH=j}_$AI(e,t=this,n,r){let i=this.strings,a=!1;if(i===void 0)e=P(this,e,t,0),a=!T(e)||e!==this._$AH&&e!==A,a&&(this._$AH=e);else{let r=e,o,s;for(e=i[0],o=0;o<i.length-1;o++)s=P(this,r[n+o],t,o),s===A&&(s=this._$AH[o]),a||=!T(s)||s!==this._$AH[o],s===j?e=j:e!==j&&(e+=(s??``)+i[o+1]),this._$AH[o]=s}a&&!r&&this.j(e)}j(e){e===j?this.element.removeAttribute(this.name):this.element.setAttribute(this.name,e??``)}},ye=class extends I{constructor(){super(...arguments),this.type=3}j(e){this.element[this.name]=e===j?void 0:e}},be=class extends I{constructor(){super(...arguments),this.type=4}j(e){this.element.toggleAttribute(this.name,!!e&&e!==j)}},xe=class extends I{constructor(e,t,n,r,i){super(e,t,n,r,i),this.type=5}_$AI(e,t=this){if((e=P(this,e,t,0)??j)===A)return;let n=this._$AH,r=e===j&&n!==j||e.capture!==n.capture||e.once!==n.once||e.passive!==n.passive,i=e!==j&&(n===j||r);r&&this.element.removeEventListener(this.name,this,n),i&&this.element.addEventListener(this.name,this,e),this._$AH=e}handleEvent(e){typeof this._$AH==`function`?this._$AH.call(this.options?.host??this.element,e):this._$AH.handleEvent(e)}},Se=class{constructor(e,t,n){this.element=e,this.type=6,this._$AN=void 0,this._$AM=t,this.options=n}get _$AU(){return this._$AM._$AU}_$AI(e){P(this,e)}},Ce={M:x,P:S,A:oe,C:1,L:_e,R:ve,D:ce,V:P,I:F,H:I,N:be,U:xe,B:ye,F:Se},we=re.litHtmlPolyfillSupport;we?.(N,F),(re.litHtmlVersions??=[]).push(`3.3.3`);var Te=(e,t,n)=>{let r=n?.renderBefore??t,i=r._$litPart$;if(i===void 0){let e=n?.renderBefore??null;r._$litPart$=i=new F(t.insertBefore(w(),e),e,void 0,n??{})}return i._$AI(e),i},Ee=globalThis,L=class extends y{constructor(){super(...arguments),this.renderOptions={host:this},this._$Do=void 0}createRenderRoot(){let e=super.createRenderRoot();return this.renderOptions.renderBefore??=e.firstChild,e}update(e){let t=this.render();this.hasUpdated||(this.renderOptions.isConnected=this.isConnected),super.update(e),this._$Do=Te(t,this.renderRoot,this.renderOptions)}connectedCallback(){super.connectedCallback(),this._$Do?.setConnected(!0)}disconnectedCallback(){super.disconnectedCallback(),this._$Do?.setConnected(!1)}render(){return A}};L._$litElement$=!0,L.finalized=!0,Ee.litElementHydrateSupport?.({LitElement:L});var De=Ee.litElementPolyfillSupport;De?.({LitElement:L}),(Ee.litElementVersions??=[]).push(`4.2.2`);var R=class extends L{createRenderRoot(){return this}};function z(e,t){customElements.get(e)||customElements.define(e,t)}var Oe={attribute:!0,type:String,converter:_,reflect:!1,hasChanged:v},ke=(e=Oe,t,n)=>{let{kind:r,metadata:i}=n,a=globalThis.litPropertyMetadata.get(i);if(a===void 0&&globalThis.litPropertyMetadata.set(i,a=new Map),r===`setter`&&((e=Object.create(e)).wrapped=!0),a.set(n.name,e),r===`accessor`){let{name:r}=n;return{set(n){let i=t.get.call(this);t.set.call(this,n),this.requestUpdate(r,i,e,!0,n)},init(t){return t!==void 0&&this.C(r,void 0,e,t),t}}}if(r===`setter`){let{name:r}=n;return function(n){let i=this[r];t.call(this,n),this.requestUpdate(r,i,e,!0,n)}}throw Error(`Unsupported decorator location: `+r)};function B(e){return(t,n)=>typeof n==`object`?ke(e,t,n):((e,t,n)=>{let r=t.hasOwnProperty(n);return t.constructor.createProperty(n,e),r?Object.getOwnPropertyDescriptor(t,n):void 0})(e,t,n)}function V(e){return B({...e,state:!0,attribute:!1})}var Ae={ATTRIBUTE:1,CHILD:2,PROPERTY:3,BOOLEAN_ATTRIBUTE:4,EVENT:5,ELEMENT:6},je=e=>(...t)=>({_$litDirective$:e,values:t}),Me=class{constructor(e){}get _$AU(){return this._$AM._$AU}_$AT(e,t,n){this._$Ct=e,this._$AM=t,this._$Ci=n}_$AS(e,t){return this.update(e,t)}update(e,t){return this.render(...t)}},{I:Ne}=Ce,Pe=e=>e,Fe=()=>document.createComment(``),H=(e,t,n)=>{let r=e._$AA.parentNode,i=t===void 0?e._$AB:t._$AA;if(n===void 0)n=new Ne(r.insertBefore(Fe(),i),r.insertBefore(Fe(),i),e,e.options);else{let t=n._$AB.nextSibling,a=n._$AM,o=a!==e;if(o){let t;n._$AQ?.(e),n._$AM=e,n._$AP!==void 0&&(t=e._$AU)!==a._$AU&&n._$AP(t)}if(t!==i||o){let e=n._$AA;for(;e!==t;){let t=Pe(e).nextSibling;Pe(r).insertBefore(e,i),e=t}}}return n},U=(e,t,n=e)=>(e._$AI(t,n),e),Ie={},Le=(e,t=Ie)=>e._$AH=t,Re=e=>e._$AH,W=e=>{e._$AR(),e._$AA.remove()},ze=(e,t,n)=>{let r=new Map;for(let i=t;i<=n;i++)r.set(e[i],i);return r},Be=je(class extends Me{constructor(e){if(super(e),e.type!==Ae.CHILD)throw Error(`repeat() can only be used in text expressions`)}dt(e,t,n){let r;n===void 0?n=t:t!==void 0&&(r=t);let i=[],a=[],o=0;for(let t of e)i[o]=r?r(t,o):o,a[o]=n(t,o),o++;return{values:a,keys:i}}render(e,t,n){return this.dt(e,t,n).values}update(e,[t,n,r]){let i=Re(e),{values:a,keys:o}=this.dt(t,n,r);if(!Array.isArray(i))return this.ut=o,a;let s=this.ut??=[],c=[],l,u,d=0,f=i.length-1,p=0,m=a.length-1;for(;d<=f&&p<=m;)if(i[d]===null)d++;else if(i[f]===null)f--;else if(s[d]===o[p])c[p]=U(i[d],a[p]),d++,p++;else if(s[f]===o[m])c[m]=U(i[f],a[m]),f--,m--;else if(s[d]===o[m])c[m]=U(i[d],a[m]),H(e,c[m+1],i[d]),d++,m--;else if(s[f]===o[p])c[p]=U(i[f],a[p]),H(e,i[d],i[f]),f--,p++;else if(l===void 0&&(l=ze(o,p,m),u=ze(s,d,f)),l.has(s[d])){if(l.has(s[f])){let t=u.get(o[p]),n=t===void 0?null:i[t];if(n===null){let t=H(e,i[d]);U(t,a[p]),c[p]=t}else c[p]=U(n,a[p]),H(e,i[d],n),i[t]=null;p++}else W(i[f]),f--}else W(i[d]),d++;for(;p<=m;){let t=H(e,c[m+1]);U(t,a[p]),c[p++]=t}for(;d<=f;){let e=i[d++];e!==null&&W(e)}return this.ut=o,Le(e,c),A}}),Ve=class extends Error{constructor(...e){super(...e),this.name=`ChatKitError`}},He=class extends Ve{constructor(...e){super(...e),this.name=`ProtocolError`}};function Ue(e){return typeof e==`object`&&!!e&&!Array.isArray(e)}function We(e){return e instanceof DOMException&&e.name===`AbortError`}function G(e){return e instanceof Error?e:Error(String(e))}var Ge;function Ke(e){Ge=e}var K=e=>Ge.icon(e),qe=(e,t)=>Ge.describeError(e,t),Je=104857600;function Ye(e,t){if(t.accept&&!Ze(e,t.accept))return{reason:`type`};let n=Xe(e.type,t.maxSize);return e.size>n?{reason:`size`,limit:n}:null}function Xe(e,t){return t===void 0?Je:typeof t==`number`?t:[e,`${e.split(`/`)[0]??``}/*`,`*/*`,`*`,``].map(e=>t[e]).find($e)??104857600}function Ze(e,t){let n=e.name.toLowerCase();return Object.entries(t).some(([t,r])=>t===`*/*`||t===e.type||t.endsWith(`/*`)&&e.type.startsWith(t.slice(0,-1))||r.some(e=>n.endsWith(e.toLowerCase())))}function Qe(e){return Object.entries(e.accept??{}).flat(2).join(`,`)}function $e(e){return e!==void 0}async function et(e,t,n,r,i){if(t.type===`direct`)return nt(await(await e.fetch(t.uploadUrl,{method:`POST`,body:tt(n),signal:r})).json().catch(()=>null));let a=nt(await e.request(`attachments.create`,{name:n.name,size:n.size,mime_type:n.type||`application/octet-stream`},r));i?.(a.id);let o=a.upload_descriptor;if(o){let t=o.method===`PUT`?n:tt(n);await e.fetch(o.url,{method:o.method,headers:o.headers,body:t,signal:r})}return a}function tt(e){let t=new FormData;return t.append(`file`,e,e.name),t}function nt(e){if(!Ue(e)||typeof e.id!=`string`)throw new He(`The upload was not answered with an attachment.`);return e}async function rt(e,t,n,r){let{accepted:i,problems:a}=st(t,e.host.options()?.composer?.attachments??{enabled:!1},e.list.length,n);r(a);let o=i.map(t=>e.add(t.name||`file`,t.type||`application/octet-stream`,{file:t})),s=[];await Promise.all(o.map(async t=>{let i=await ct(e,t,n);i!==null&&(s.push(i),r([...a,...s]))})),ut(e,o,n)}async function it(e,t,n,r){r([]);let i={failed:!1,abort:new AbortController};e.change(t.key,i);let a=await ct(e,{...t,...i},n);a===null?ut(e,[t],n):r([a])}function at(e,t,n){t.abort.abort(),e.drop(t.key),t.attachment&&ot(e,t.attachment.id,n)}function ot(e,t,{actions:n}){e.host.client().request(`attachments.delete`,{attachment_id:t}).catch(e=>{e.status!==404&&n.fail(G(e))})}function st(e,t,n,{t:r,locale:i}){let a=t.maxCount??10,o=[],s=[],c=[];for(let{name:l,refusal:u,file:d}of e.map(e=>({file:e,name:e.name,refusal:Ye(e,t)})))if(u?.reason===`type`)c.push(r(`composer.fileType`,{name:l}));else if(u?.reason===`size`){let e=ft(u.limit,i);c.push(r(`composer.fileTooLarge`,{name:l,size:e}))}else n+o.length>=a?s.push(l):o.push(d);if(s.length>0){let e=new Intl.ListFormat(i).format(s);c.push(`${r(`composer.tooManyFiles`,{n:a})} (${e})`)}return{accepted:o,problems:c}}async function ct(e,t,n){let r=e.host.options()?.api,i=r&&`uploadStrategy`in r&&r.uploadStrategy||{type:`two_phase`},{signal:a}=t.abort,{t:o,actions:s}=n;if(!t.file)return null;let c=null;try{let r=await et(e.host.client(),i,t.file,a,e=>c=e);return a.aborted?ot(e,r.id,n):e.change(t.key,{attachment:r}),null}catch(r){if(c!==null&&ot(e,c,n),We(r)||a.aborted)return null;let i=G(r);e.change(t.key,{failed:!0}),s.fail(i);let{name:l}=t;return`${o(`composer.uploadFailed`,{name:l})} ${lt(i,o)}`}}function lt(e,t){return[400,413,415,422].includes(e.status??0)&&e.detail||qe(e,t)}function ut(e,t,{t:n,actions:r}){let i=new Set(t.map(e=>e.key));e.list.some(e=>e.attachment!==null&&i.has(e.key))&&r.announce(`${n(`composer.attachments`)}: ${e.attachments.length}`)}var dt=[`byte`,`kilobyte`,`megabyte`,`gigabyte`];function ft(e,t){let n=e<1024?0:Math.min(3,Math.floor(Math.log2(e)/10));return new Intl.NumberFormat(t,{style:`unit`,unit:dt[n],unitDisplay:n===0?`long`:`short`,maximumFractionDigits:n<2?0:1}).format(e/1024**n)}var pt=class{constructor(e){this.host=e,this.active=!1,this.entered=0,this.listening=null}connect(){this.listening=new AbortController;let{signal:e}=this.listening,t=this.host.closest(`.root`),n=this.host.closest(`form`);t?.addEventListener(`dragenter`,e=>this.enter(e),{signal:e}),t?.addEventListener(`dragleave`,()=>this.leave(),{signal:e}),t?.addEventListener(`dragover`,e=>this.over(e),{signal:e}),t?.addEventListener(`drop`,e=>this.drop(e),{signal:e}),n?.addEventListener(`paste`,e=>this.paste(e),{signal:e})}disconnect(){this.listening?.abort(),this.show(0)}enter(e){this.accepts(e)&&this.show(this.entered+1)}leave(){this.entered>0&&this.show(this.entered-1)}over(e){this.accepts(e)&&e.dataTransfer&&(e.preventDefault(),e.dataTransfer.dropEffect=`copy`)}drop(e){if(!this.accepts(e))return;e.preventDefault(),this.show(0);let t=mt(e.dataTransfer);t.length>0&&this.host.onFiles(t)}paste(e){let{clipboardData:t}=e;if(!this.host.takesFiles||!t)return;let n=mt(t),{types:r}=t,i=r.includes(`text/plain`)&&r.some(e=>/html|rtf/.test(e));n.length===0||i||(e.preventDefault(),this.host.onFiles(n))}accepts(e){return this.host.takesFiles&&(e.dataTransfer?.types.includes(`Files`)??!1)}show(e){this.entered=e,this.active!==e>0&&(this.active=e>0,this.host.requestUpdate())}};function mt(e){return[...e?.items??[]].flatMap(e=>e.kind!==`file`||e.webkitGetAsEntry()?.isDirectory?[]:e.getAsFile()??[])}function ht(e){return e.startsWith(`image/`)?`image`:e.startsWith(`audio/`)?`microphone`:e.startsWith(`video/`)?`play`:/json|xml|javascript|html|css|x-(python|sh)|typescript/.test(e)?`square-code`:/csv|spreadsheet|excel/.test(e)?`analytics`:`document`}function gt(e,t){let n=/[^.\s]\.([a-z0-9]{1,5})$/i.exec(e)?.[1],r=t.split(`/`)[1]?.split(/[;+]/)[0]??``;return(n??(/^[a-z0-9]{1,5}$/i.test(r)?r:``)).toUpperCase()}function q(e,t,n,r){var i=arguments.length,a=i<3?t:r===null?r=Object.getOwnPropertyDescriptor(t,n):r,o;if(typeof Reflect==`object`&&typeof Reflect.decorate==`function`)a=Reflect.decorate(e,t,n,r);else for(var s=e.length-1;s>=0;s--)(o=e[s])&&(a=(i<3?o(a):i>3?o(t,n,a):o(t,n))||a);return i>3&&a&&Object.defineProperty(t,n,a),a}var J=class extends R{constructor(...e){super(...e),this.list=[],this.takesFiles=!1,this.dropZone=new pt(this)}connectedCallback(){super.connectedCallback(),this.dropZone.connect()}disconnectedCallback(){super.disconnectedCallback(),this.dropZone.disconnect()}willUpdate(e){e.has(`takesFiles`)&&!this.takesFiles&&(this.dropZone.active=!1)}render(){let{t:e}=this.context;return k`${this.list.length===0?j:k`<ul class="tray" aria-label=${e(`composer.attachments`)}>
            ${Be(this.list,e=>e.key,e=>this.tile(e))}
          </ul>`}
    ${this.dropZone.active?k`<div class="drop-zone">
            <div class="drop-zone-hint">${K(`attach`)}<span>${e(`composer.dropFiles`)}</span></div>
          </div>`:j}`}updated(){let e=this.querySelector(`.drop-zone`),t=this.closest(`.root`)?.getBoundingClientRect(),n=this.closest(`form`);if(!e||!t||!n)return;let{top:r,left:i}=n.getBoundingClientRect();e.style.top=`${t.top-r-n.clientTop}px`,e.style.left=`${t.left-i-n.clientLeft}px`,e.style.width=`${t.width}px`,e.style.height=`${t.height}px`}tile(e){let{t}=this.context,{name:n,attachment:r,failed:i}=e,a=this.picture(e),o=i?`failed`:r===null?`sending`:`ready`;return k`<li
      class="tile"
      data-state=${o}
      ?data-picture=${a!==null}
      title=${i?t(`composer.uploadFailed`,{name:n}):n}
    >
      ${a??k`<span class="file-icon">${K(ht(e.mimeType))}</span>`}
      ${o===`sending`?this.progress(n):j}
      ${i?this.retryButton(e):j}
      ${a===null||i?k`<span class="tile-text">
              <span class="truncate" dir="auto">${n}</span>
              <span class="tile-note truncate">${this.note(e)}</span>
            </span>`:j}
      <button
        type="button"
        class="tile-remove"
        aria-label=${t(`composer.removeAttachment`,{name:n})}
        title=${t(`composer.removeAttachment`,{name:n})}
        @click=${()=>this.takeOff(e)}
      >
        ${K(`close`)}
      </button>
    </li>`}picture({file:e,attachment:t,mimeType:n,name:r}){let i=this.context.t(`message.attachment`,{name:r});return e&&n.startsWith(`image/`)&&n!==`image/svg+xml`?k`<chatkit-thumbnail .file=${e} .label=${i}></chatkit-thumbnail>`:t?.type!==`image`||!t.preview_url?null:k`<chatkit-picture
      .src=${t.preview_url}
      .alt=${i}
      .imageDomains=${this.context.imageDomains}
    ></chatkit-picture>`}note({name:e,mimeType:t,file:n}){let r=n?ft(n.size,this.context.locale):``;return[gt(e,t),r].filter(e=>e!==``).join(` · `)}progress(e){return k`<span class="tile-progress">
      <span
        class="spinner"
        role="progressbar"
        aria-label=${this.context.t(`composer.uploading`,{name:e})}
      ></span>
    </span>`}retryButton(e){let t=`${this.context.t(`action.retry`)}: ${e.name}`;return k`<button
      type="button"
      class="icon-button small tile-retry"
      aria-label=${t}
      title=${t}
      @click=${()=>{let{uploads:t,context:n,onProblems:r}=this;this.removeButtons[this.list.indexOf(e)]?.focus(),it(t,e,n,r)}}
    >
      ${K(`retry`)}
    </button>`}get removeButtons(){return[...this.querySelectorAll(`.tile-remove`)]}takeOff(e){let t=this.list.indexOf(e);this.onProblems([]),at(this.uploads,e,this.context),this.updateComplete.then(async()=>{await this.updateComplete;let e=this.closest(`form`)?.querySelector(`textarea`);(this.removeButtons[Math.min(t,this.removeButtons.length-1)]??e)?.focus()})}};q([B({attribute:!1})],J.prototype,`context`,void 0),q([B({attribute:!1})],J.prototype,`uploads`,void 0),q([B({attribute:!1})],J.prototype,`list`,void 0),q([B({attribute:!1})],J.prototype,`takesFiles`,void 0),q([B({attribute:!1})],J.prototype,`onFiles`,void 0),q([B({attribute:!1})],J.prototype,`onProblems`,void 0);var Y=class extends R{constructor(...e){super(...e),this.disabled=!1,this.open=!1,this.typed=``,this.typedAt=0,this.onButtonClick=()=>{this.open?this.close(!0):this.show(`chosen`)},this.onButtonKeydown=e=>{!this.open&&[`ArrowDown`,`ArrowUp`].includes(e.key)&&(e.preventDefault(),this.show(e.key===`ArrowDown`?`first`:`last`))},this.onPanelClick=e=>{let t=e.target.closest(`[data-choice]`);t&&this.pick(t)},this.onPanelKeydown=e=>{let{choices:t}=this,n=t.findIndex(e=>e.matches(`:focus`)),r={ArrowDown:(n+1)%t.length,ArrowUp:(n-1+t.length)%t.length,Home:0,End:t.length-1}[e.key];if(r!==void 0)t[r]?.focus();else if(e.key===`Escape`)this.close(!0);else if(e.key===`Enter`||e.key===` `){let e=t[n];e&&this.pick(e)}else if(e.key===`Tab`){this.close(!0);return}else if(e.key.length===1&&!e.ctrlKey&&!e.metaKey)this.findTyped(e.key,n);else return;e.preventDefault(),e.stopPropagation()},this.onPointerElsewhere=e=>{e.composedPath().includes(this)||this.close(!1)},this.onFocusOut=e=>{let{relatedTarget:t}=e;t instanceof Node&&!this.contains(t)&&this.close(!1)}}disconnectedCallback(){super.disconnectedCallback(),this.close(!1)}close(e){this.open&&(this.open=!1,document.removeEventListener(`pointerdown`,this.onPointerElsewhere,!0),this.removeEventListener(`focusout`,this.onFocusOut),e&&this.button?.focus())}async show(e){if(this.disabled)return;this.open=!0,document.addEventListener(`pointerdown`,this.onPointerElsewhere,!0),this.addEventListener(`focusout`,this.onFocusOut),await this.updateComplete,this.fit();let{choices:t}=this,n=t.find(e=>e.matches(`[aria-selected="true"], [aria-checked="true"]`));(e===`last`?t.at(-1):e===`chosen`&&n||t[0])?.focus()}fit(){let e=this.querySelector(`.menu`),[t,n]=[this.closest(`.root`),this.closest(`.composer`)];if(!e||!t||!n)return;let r=n.getBoundingClientRect().top-t.getBoundingClientRect().top;e.style.maxHeight=`${Math.max(120,r-16)}px`}pick(e){e.matches(`[aria-disabled="true"]`)||(this.close(!0),this.choose(e))}findTyped(e,t){let n=performance.now();this.typed=(n-this.typedAt>700?``:this.typed)+e.toLocaleLowerCase(),this.typedAt=n;let{choices:r}=this,i=this.typed.length===1?t+1:Math.max(t,0),a=[...r.slice(i),...r.slice(0,i)],o=e=>e.textContent?.trim().toLocaleLowerCase()??``;a.find(e=>o(e).startsWith(this.typed))?.focus()}get choices(){return[...this.querySelectorAll(`[data-choice]`)]}get button(){return this.querySelector(`[aria-haspopup]`)}};q([B({attribute:!1})],Y.prototype,`context`,void 0),q([B({attribute:!1})],Y.prototype,`disabled`,void 0),q([V()],Y.prototype,`open`,void 0);var _t=`attach`,X=class extends Y{constructor(...e){super(...e),this.toolId=null,this.pickFiles=()=>{this.querySelector(`input[type=file]`)?.click()},this.onPicked=e=>{let t=e.target,n=[...t.files??[]];t.value=``,n.length>0&&this.onFiles(n),this.closest(`form`)?.querySelector(`textarea`)?.focus()}}render(){let{attachments:e,tools:t=[]}=this.context.options.composer??{},{t:n}=this.context,r=e?.enabled??!1,i=t.filter(e=>!e.pinned),a=t.filter(e=>e.pinned),o=i.find(e=>e.id===this.toolId);return k`${i.length>0?this.menuButton():r?this.attachButton():j}
    ${r?k`<input
            type="file"
            hidden
            ?multiple=${e?.maxCount!==1}
            accept=${e&&Qe(e)||j}
            ?disabled=${this.disabled}
            @change=${this.onPicked}
          />`:j}
    ${a.length>0||o?k`<div class="composer-tools" role="group" aria-label=${n(`composer.tools`)}>
            ${a.map(e=>this.pinnedTool(e))}
            ${o?this.chosenTool(o):j}
          </div>`:j}
    ${this.open?this.menu(i,r):j}`}menuButton(){let e=this.context.t(`composer.more`);return k`<button
      type="button"
      class="icon-button composer-button"
      aria-haspopup="menu"
      aria-expanded=${this.open}
      aria-label=${e}
      title=${e}
      ?disabled=${this.disabled}
      @click=${this.onButtonClick}
      @keydown=${this.onButtonKeydown}
    >
      ${K(`plus`)}
    </button>`}attachButton(){let e=this.context.t(`composer.attach`);return k`<button
      type="button"
      class="icon-button composer-button"
      aria-label=${e}
      title=${e}
      ?disabled=${this.disabled}
      @click=${this.pickFiles}
    >
      ${K(`plus`)}
    </button>`}menu(e,t){let{t:n}=this.context;return k`<div
      class="menu"
      role="menu"
      aria-label=${n(`composer.more`)}
      @click=${this.onPanelClick}
      @keydown=${this.onPanelKeydown}
    >
      ${t?k`<div class="menu-row" role="menuitem" tabindex="-1" data-choice=${_t}>
                ${K(`attach`)}<span class="menu-label">${n(`composer.attach`)}</span>
              </div>
              <div class="menu-separator" role="separator"></div>`:j}
      <div role="group" aria-label=${n(`composer.tools`)}>
        ${e.map(e=>k`<div
              class="menu-row"
              role="menuitemradio"
              tabindex="-1"
              aria-checked=${e.id===this.toolId}
              data-choice="tool"
              data-tool=${e.id}
            >
              ${K(e.icon)}<span class="menu-label">${e.label}</span>
              ${e.id===this.toolId?k`<span class="menu-check">${K(`check`)}</span>`:j}
            </div>`)}
      </div>
    </div>`}pinnedTool(e){let t=e.id===this.toolId;return k`<button
      type="button"
      class="chip"
      aria-pressed=${t}
      title=${e.label}
      ?disabled=${this.disabled}
      @click=${()=>this.select(t?null:e.id)}
    >
      ${K(e.icon)}<span class="truncate"
        >${t?e.shortLabel??e.label:e.label}</span
      >
    </button>`}chosenTool(e){let t=e.shortLabel??e.label,n=this.context.t(`composer.clearTool`,{name:t});return k`<button
      type="button"
      class="chip"
      data-chosen
      aria-label=${n}
      title=${n}
      ?disabled=${this.disabled}
      @click=${()=>this.select(null)}
    >
      ${K(e.icon)}<span class="truncate">${t}</span>${K(`close`)}
    </button>`}choose(e){let{tool:t}=e.dataset;t===void 0?this.pickFiles():this.select(t===this.toolId?null:t)}select(e){this.onTool(e),this.closest(`form`)?.querySelector(`textarea`)?.focus()}};q([B({attribute:!1})],X.prototype,`toolId`,void 0),q([B({attribute:!1})],X.prototype,`onFiles`,void 0),q([B({attribute:!1})],X.prototype,`onTool`,void 0);var vt=[`audio/webm;codecs=opus`,`audio/mp4`,`audio/ogg;codecs=opus`],yt=48e3;function bt(){return typeof MediaRecorder>`u`||!(`mediaDevices`in navigator)?null:vt.find(e=>MediaRecorder.isTypeSupported(e))??null}var xt=class e{constructor(e,t){this.stream=e,this.type=t,this.pieces=[],this.sound=new AudioContext,this.analyser=this.sound.createAnalyser(),this.recorder=new MediaRecorder(e,{mimeType:t,audioBitsPerSecond:yt}),this.recorder.addEventListener(`dataavailable`,({data:e})=>this.pieces.push(e)),this.analyser.fftSize=512,this.samples=new Uint8Array(this.analyser.fftSize),this.sound.createMediaStreamSource(e).connect(this.analyser),this.recorder.start()}static async begin(){let t=await navigator.mediaDevices.getUserMedia({audio:{echoCancellation:!0,noiseSuppression:!0}});try{return new e(t,bt()??``)}catch(e){throw t.getTracks().forEach(e=>e.stop()),e}}level(){this.analyser.getByteTimeDomainData(this.samples);let e=this.samples.reduce((e,t)=>e+((t-128)/128)**2,0);return Math.min(1,Math.sqrt(e/this.samples.length)*4)}async stop(){let e=new Promise(e=>this.recorder.addEventListener(`stop`,e));return this.recorder.state===`inactive`||(this.recorder.stop(),await e),this.release()}cancel(){this.recorder.state!==`inactive`&&this.recorder.stop(),this.release()}onEnded(e){this.stream.getTracks().forEach(t=>t.addEventListener(`ended`,e))}release(){return this.stream.getTracks().forEach(e=>e.stop()),this.sound.state!==`closed`&&this.sound.close(),new Blob(this.pieces,{type:this.recorder.mimeType||this.type})}};function St(e){return new Promise((t,n)=>{let r=new FileReader;r.onload=()=>t(r.result.replace(/^[^,]*,/,``)),r.onerror=()=>n(r.error??Error(`The recording could not be read.`)),r.readAsDataURL(e)})}var Ct=600,wt=16,Tt=80,Z=class extends R{constructor(...e){super(...e),this.disabled=!1,this.phase=`idle`,this.seconds=0,this.recording=null,this.attempt=new AbortController,this.timer=0,this.form=null,this.onClick=()=>{this.phase===`idle`?this.start():this.phase===`recording`&&this.finish()},this.onCancel=()=>{this.cancel(),this.querySelector(`.dictate-button`)?.focus()},this.onKeydown=e=>{if(e.key!==`Escape`||this.phase===`idle`||e.isComposing)return;e.preventDefault(),e.stopPropagation();let t=this.contains(this.getRootNode().activeElement);this.cancel(),t&&this.querySelector(`.dictate-button`)?.focus()}}connectedCallback(){super.connectedCallback(),this.form=this.closest(`form`),this.form?.addEventListener(`keydown`,this.onKeydown,!0)}disconnectedCallback(){super.disconnectedCallback(),this.form?.removeEventListener(`keydown`,this.onKeydown,!0),this.cancel()}render(){if(bt()===null)return j;let{t:e}=this.context,{phase:t}=this,n={idle:e(`composer.dictate`),asking:e(`composer.dictate`),recording:e(`composer.stopDictating`),transcribing:e(`composer.transcribing`)}[t],r=t===`asking`||t===`transcribing`;return k`${t===`recording`?this.meter():j}
      ${t===`idle`?j:k`<button
              type="button"
              class="icon-button composer-button"
              aria-label=${e(`action.cancel`)}
              title=${e(`action.cancel`)}
              @click=${this.onCancel}
            >
              ${K(`close`)}
            </button>`}
      <button
        type="button"
        class="icon-button composer-button dictate-button"
        data-phase=${t}
        aria-label=${n}
        title=${n}
        aria-disabled=${r?`true`:j}
        ?disabled=${this.disabled}
        @click=${this.onClick}
      >
        ${r?k`<span class="spinner"></span>`:K(t===`idle`?`microphone`:`check`)}
      </button>`}meter(){let e=Math.floor(this.seconds/60),t=String(this.seconds%60).padStart(2,`0`);return k`<span class="dictation-meter" aria-hidden="true">
        ${Array.from({length:wt},()=>k`<span></span>`)}
      </span>
      <span class="dictation-time" role="timer">${e}:${t}</span>`}updated(e){e.has(`phase`)&&this.closest(`.composer-end`)?.toggleAttribute(`data-dictating`,this.phase!==`idle`),this.disabled&&this.phase!==`idle`&&this.cancel()}async start(){this.attempt=new AbortController;let{signal:e}=this.attempt;this.phase=`asking`,this.onProblems([]);try{let t=await xt.begin();if(e.aborted){t.cancel();return}this.recording=t,t.onEnded(()=>{this.recording===t&&this.finish()}),this.phase=`recording`,this.seconds=0,this.measure(performance.now())}catch(t){if(e.aborted)return;this.phase=`idle`,this.fail(G(t),this.context.t(`composer.microphone`))}}measure(e){let t=matchMedia(`(prefers-reduced-motion: reduce)`).matches,n=Array(wt).fill(0);clearInterval(this.timer),this.timer=window.setInterval(()=>{this.seconds=Math.floor((performance.now()-e)/1e3),this.seconds>=Ct&&this.finish(),!t&&this.recording&&(n.push(this.recording.level()),n.shift(),this.querySelectorAll(`.dictation-meter > span`).forEach((e,t)=>{e.style.transform=`scaleY(${Math.max(.12,n[t]??0)})`}))},Tt)}async finish(){let{recording:e,attempt:t,context:n}=this;if(!e||this.phase!==`recording`)return;clearInterval(this.timer),this.recording=null,this.phase=`transcribing`,n.actions.announce(n.t(`composer.transcribing`));let{signal:r}=t;try{let t=await e.stop(),{text:i}=await this.client().request(`input.transcribe`,{audio_base64:await St(t),mime_type:t.type},r);if(r.aborted)return;this.phase=`idle`,n.actions.announce(i),this.onText(i.trim())}catch(e){if(We(e)||r.aborted)return;this.phase=`idle`;let t=G(e);this.fail(t,qe(t,n.t))}}cancel(){clearInterval(this.timer),this.attempt.abort(),this.recording?.cancel(),this.recording=null,this.phase=`idle`}fail(e,t){this.onProblems([t]),this.context.actions.fail(e)}};q([B({attribute:!1})],Z.prototype,`context`,void 0),q([B({attribute:!1})],Z.prototype,`client`,void 0),q([B({attribute:!1})],Z.prototype,`disabled`,void 0),q([B({attribute:!1})],Z.prototype,`onText`,void 0),q([B({attribute:!1})],Z.prototype,`onProblems`,void 0),q([V()],Z.prototype,`phase`,void 0),q([V()],Z.prototype,`seconds`,void 0);var Et=class extends Y{constructor(...e){super(...e),this.modelId=null}render(){let{t:e,options:t}=this.context,n=t.composer?.models??[],r=n.find(e=>e.id===this.modelId)?.label;return k`<button
        type="button"
        class="chip model-button"
        aria-haspopup="listbox"
        aria-expanded=${this.open}
        aria-label=${r===void 0?e(`composer.model`):`${e(`composer.model`)}: ${r}`}
        ?disabled=${this.disabled}
        @click=${this.onButtonClick}
        @keydown=${this.onButtonKeydown}
      >
        <span class="truncate">${r??e(`composer.model`)}</span>${K(`chevron-down`)}
      </button>
      ${this.open?k`<div
              class="menu model-list"
              role="listbox"
              aria-label=${e(`composer.model`)}
              @click=${this.onPanelClick}
              @keydown=${this.onPanelKeydown}
            >
              ${n.map(e=>k`<div
                    class="menu-row"
                    role="option"
                    tabindex="-1"
                    aria-selected=${e.id===this.modelId}
                    aria-disabled=${e.disabled??!1}
                    data-choice=${e.id}
                  >
                    <span class="menu-label">
                      <span>${e.label}</span>
                      ${e.description?k`<span class="menu-description">${e.description}</span>`:j}
                    </span>
                    <span class="menu-check">${e.id===this.modelId?K(`check`):j}</span>
                  </div>`)}
            </div>`:j}`}choose(e){let{choice:t}=e.dataset;t!==void 0&&this.onModel(t)}};q([B({attribute:!1})],Et.prototype,`modelId`,void 0),q([B({attribute:!1})],Et.prototype,`onModel`,void 0);var Dt=4e3;function Ot(e){let t=e.getSelection?.()??document.getSelection(),n=t&&At(t,e);if(!n||n.collapsed)return null;let r=(Mt(n.startContainer)??Mt(n.endContainer))?.querySelectorAll(`chatkit-markdown`),[i,a]=[r?.[0],r?.[r.length-1]];if(!i||!a)return null;let o=document.createRange();o.setStartBefore(i),o.setEndAfter(a);let s=n.compareBoundaryPoints(Range.START_TO_START,o)>0,c=n.compareBoundaryPoints(Range.END_TO_END,o)<0;s&&o.setStart(n.startContainer,n.startOffset),c&&o.setEnd(n.endContainer,n.endOffset);let l=Pt(s&&c&&t.toString()?t.toString():Nt(o));return l===``?null:{text:l,box:o.getBoundingClientRect()}}function kt(e){(e.getSelection?.()??document.getSelection())?.removeAllRanges()}function At(e,t){if(e.rangeCount===0)return null;let n=e.getRangeAt(0);if(t.contains(n.startContainer))return n;if(!(`getComposedRanges`in e))return null;let[r]=jt(e,t);if(!r||!t.contains(r.startContainer))return null;let i=document.createRange();return i.setStart(r.startContainer,r.startOffset),i.setEnd(r.endContainer,r.endOffset),i}function jt(e,t){let n=e.getComposedRanges.bind(e);try{return n({shadowRoots:[t]})}catch{return n(t)}}function Mt(e){return(e instanceof Element?e:e.parentElement)?.closest(`.assistant-message`)??null}function Nt(e){let t=e.cloneContents();return t.querySelectorAll(`button, .sr-only`).forEach(e=>e.remove()),t.textContent??``}function Pt(e){let t=e.replace(/\u00a0/g,` `).replace(/[ \t]+\n/g,`
`).replace(/\n{3,}/g,`

`).trim();return t.length>Dt?`${t.slice(0,3999).trimEnd()}…`:t}var Ft=120,Q=8,It=class extends R{constructor(...e){super(...e),this.passage=null,this.pressed=!1,this.timer=0,this.listening=null,this.soon=()=>{clearTimeout(this.timer),this.pressed||(this.timer=window.setTimeout(this.look,Ft))},this.onScroll=()=>{this.passage!==null&&this.look()},this.look=()=>{let e=this.getRootNode();e instanceof ShadowRoot&&(this.passage=Ot(e))},this.onPointerDown=e=>{e.composedPath().includes(this)||(this.pressed=e.pointerType===`mouse`)},this.onPointerUp=()=>{this.pressed=!1,this.soon()},this.onKeydown=e=>{let{button:t}=this;if(!this.passage||!t||t.hidden)return;let{activeElement:n}=this.getRootNode();e.key===`Escape`?(e.preventDefault(),e.stopPropagation(),n===t&&this.frame?.querySelector(`.scroller`)?.focus(),this.passage=null):e.key===`Tab`&&!e.shiftKey&&n?.matches(`.scroller`)&&(e.preventDefault(),t.focus())},this.quote=()=>{let{passage:e,context:t}=this,n=this.getRootNode();e&&(this.passage=null,n instanceof ShadowRoot&&kt(n),t.actions.quote(e.text))}}connectedCallback(){super.connectedCallback(),this.listening=new AbortController;let{signal:e}=this.listening,t={signal:e,capture:!0,passive:!0};document.addEventListener(`selectionchange`,this.soon,{signal:e}),document.addEventListener(`pointerdown`,this.onPointerDown,t),document.addEventListener(`pointerup`,this.onPointerUp,t),document.addEventListener(`pointercancel`,this.onPointerUp,t),this.frame?.addEventListener(`scroll`,this.onScroll,t),this.frame?.addEventListener(`keydown`,this.onKeydown,{signal:e})}disconnectedCallback(){super.disconnectedCallback(),this.listening?.abort(),clearTimeout(this.timer),this.passage=null}render(){return this.passage===null?j:k`<button type="button" class="button reply-button" @click=${this.quote}>
      ${K(`reply`)}<span>${this.context.t(`message.reply`)}</span>
    </button>`}updated(){let{passage:e,button:t,frame:n}=this,r=n?.querySelector(`.scroller`)?.getBoundingClientRect();if(!e||!t||!n||!r)return;let{box:i}=e,{left:a,top:o,right:s}=n.getBoundingClientRect(),{offsetWidth:c,offsetHeight:l}=t,u=matchMedia(`(pointer: coarse)`).matches,d=i.top-l-Q,f=i.bottom+Q,p=u||d<r.top?f:d,m=Math.min(Math.max(p,r.top+Q),r.bottom-l-Q),h=Math.min(Math.max(i.left+i.width/2-c/2,a+Q),s-c-Q);t.style.top=`${m-o}px`,t.style.left=`${h-a}px`,t.hidden=i.bottom<r.top||i.top>r.bottom}get button(){return this.querySelector(`button`)}get frame(){return this.closest(`.root`)}};q([B({attribute:!1})],It.prototype,`context`,void 0),q([V()],It.prototype,`passage`,void 0);var Lt=160,$=class extends R{constructor(...e){super(...e),this.label=``,this.failed=!1,this.canvas=document.createElement(`canvas`)}willUpdate(e){e.has(`file`)&&(this.failed=!1,this.draw().catch(()=>this.failed=!0))}render(){return this.failed?k`<span class="file-icon">${K(`image`)}</span>`:(this.canvas.setAttribute(`role`,`img`),this.canvas.setAttribute(`aria-label`,this.label),this.canvas)}async draw(){let e=await createImageBitmap(this.file),t=Math.min(1,Lt/Math.min(e.width,e.height));this.canvas.width=Math.max(1,Math.round(e.width*t)),this.canvas.height=Math.max(1,Math.round(e.height*t)),this.canvas.getContext(`2d`)?.drawImage(e,0,0,this.canvas.width,this.canvas.height),e.close()}};q([B({attribute:!1})],$.prototype,`file`,void 0),q([B({attribute:!1})],$.prototype,`label`,void 0),q([V()],$.prototype,`failed`,void 0);var Rt=`
chatkit-attachments, chatkit-model-picker, chatkit-dictation { display: contents; }
.tray { display: flex; flex-wrap: wrap; gap: var(--ck-space-2); padding: 10px 10px 2px; max-height: 11.5em; overflow-y: auto; scrollbar-width: thin; }
.tile {
  position: relative;
  display: flex;
  align-items: center;
  gap: var(--ck-space-2);
  width: 15em;
  max-width: 100%;
  height: 56px;
  padding: 7px;
  padding-inline-end: 30px;
  border: 1px solid var(--ck-border-subtle);
  border-radius: var(--ck-radius-md);
  background: var(--ck-surface);
  font-size: var(--ck-text-sm);
  line-height: 1.35;
  animation: ck-fade var(--ck-motion-medium) var(--ck-ease);
}
.tile[data-picture] { width: 56px; padding: 0; overflow: hidden; }
.tile[data-picture] :is(canvas, img) { display: block; width: 54px; height: 54px; object-fit: cover; }
.tile[data-picture] .fallback { width: 54px; height: 54px; padding: 4px; border: 0; font-size: var(--ck-text-xs); overflow: hidden; }
.tile[data-state="failed"] { border-color: var(--ck-danger-border); background: var(--ck-danger-soft); }
.tile[data-state="failed"][data-picture] { width: 15em; padding-inline-end: 30px; }
.tile[data-state="failed"] .tile-note { color: var(--ck-danger-text); }
.tile[data-state="sending"] :is(canvas, .file-icon .ck-icon) { opacity: 0.35; }
.file-icon { display: grid; place-items: center; flex: none; width: 40px; height: 40px; border-radius: var(--ck-radius-sm); background: var(--ck-surface-muted); color: var(--ck-text-secondary); }
.tile[data-picture] .file-icon { width: 54px; height: 54px; border-radius: 0; }
.tile-text > .truncate { text-align: match-parent; }
.tile-text { display: grid; flex: 1; min-width: 0; }
.tile-note { color: var(--ck-text-tertiary); font-size: var(--ck-text-xs); }
.tile-progress { position: absolute; inset-block: 0; inset-inline-start: 7px; display: grid; place-items: center; width: 40px; pointer-events: none; color: var(--ck-text); }
.tile[data-picture] .tile-progress { inset-inline-start: 0; width: 54px; }
.tile-progress .spinner { width: 22px; height: 22px; border-color: var(--ck-text-secondary); border-top-color: transparent; }
.tile-retry { order: 1; margin-inline-end: 2px; color: var(--ck-danger-text); }
.tile-remove {
  position: absolute;
  inset-block-start: 3px;
  inset-inline-end: 3px;
  display: grid;
  place-items: center;
  width: 24px;
  height: 24px;
  border-radius: var(--ck-radius-full);
  color: var(--ck-text-secondary);
  font-size: var(--ck-text-xs);
}
.tile-remove:hover { background: var(--ck-surface-pressed); color: var(--ck-text); }
.tile-remove:focus-visible { outline-offset: -1px; }
.tile[data-picture]:not([data-state="failed"]) .tile-remove { background: var(--ck-surface-raised); color: var(--ck-text); box-shadow: var(--ck-shadow-sm); }
.drop-zone {
  position: absolute;
  z-index: 5;
  display: grid;
  place-items: center;
  padding: var(--ck-space-3);
  background: color-mix(in srgb, var(--ck-surface) 82%, transparent);
  pointer-events: none;
  animation: ck-fade var(--ck-motion-fast) var(--ck-ease);
}
.drop-zone::before { content: ""; position: absolute; inset: var(--ck-space-2); border: 2px dashed var(--ck-link); border-radius: var(--ck-radius-lg); background: var(--ck-accent-soft); }
.drop-zone-hint { position: relative; display: grid; justify-items: center; gap: var(--ck-space-3); padding: var(--ck-space-4); font-weight: 600; text-align: center; color: var(--ck-text); }
.drop-zone-hint .ck-icon { font-size: var(--ck-text-3xl); color: var(--ck-link); }
.composer-tools { position: relative; display: flex; flex-wrap: wrap; gap: 2px; min-width: 0; }
.chip {
  display: inline-flex;
  align-items: center;
  gap: 6px;
  max-width: 100%;
  min-height: 36px;
  padding-inline: 12px;
  border-radius: var(--ck-radius-control);
  font-size: var(--ck-text-sm);
  color: var(--ck-text-secondary);
  transition: background var(--ck-motion-fast) var(--ck-ease), color var(--ck-motion-fast) var(--ck-ease);
}
.chip .ck-icon { width: 1.15em; height: 1.15em; }
.chip:hover:not(:disabled), .chip[aria-expanded="true"] { background: var(--ck-surface-hover); color: var(--ck-text); }
.chip:disabled { color: var(--ck-text-disabled); }
.chip:is([aria-pressed="true"], [data-chosen]) { background: var(--ck-accent-soft); color: var(--ck-text); }
.model-button { max-width: 11em; padding-inline: 12px 8px; }
.model-button .ck-icon { width: 1em; height: 1em; }
.menu {
  position: absolute;
  inset-block-end: calc(100% + 8px);
  inset-inline-start: 0;
  z-index: 4;
  display: flex;
  flex-direction: column;
  width: min(17em, 100%);
  padding: 6px;
  overflow-y: auto;
  overscroll-behavior: contain;
  border: 1px solid var(--ck-border-subtle);
  border-radius: var(--ck-radius-lg);
  background: var(--ck-surface-raised);
  box-shadow: var(--ck-shadow-lg);
  animation: ck-rise var(--ck-motion-fast) var(--ck-ease);
  scrollbar-width: thin;
}
.model-list { inset-inline: auto 0; width: min(21em, 100%); }
.menu-row {
  display: flex;
  align-items: center;
  gap: var(--ck-space-3);
  min-height: 40px;
  padding: 6px 10px;
  border-radius: calc(var(--ck-radius-lg) - 6px);
  color: var(--ck-text);
  cursor: pointer;
}
.menu-row > .ck-icon { color: var(--ck-text-secondary); }
.menu-row:hover { background: var(--ck-surface-hover); }
.menu-row:focus { background: var(--ck-surface-pressed); }
.menu-row:focus-visible { outline-offset: -2px; }
.menu-row[aria-disabled="true"] { color: var(--ck-text-disabled); cursor: not-allowed; }
.menu-label { display: grid; flex: 1; min-width: 0; overflow-wrap: anywhere; line-height: 1.35; }
.menu-description { font-size: var(--ck-text-xs); color: var(--ck-text-tertiary); }
.menu-row:is(:hover, :focus, [aria-disabled="true"]) .menu-description { color: inherit; }
.menu-check { display: grid; flex: none; width: 1.25em; }
.menu-separator { flex: none; height: 1px; margin: 6px 10px; background: var(--ck-border-subtle); }
.composer-end[data-dictating] > :is(chatkit-model-picker, .send-button) { display: none; }
.dictation-meter { display: flex; align-items: center; gap: 2px; height: 24px; padding-inline: 8px; color: var(--ck-text); }
.dictation-meter > span { width: 2px; height: 100%; border-radius: 1px; background: currentColor; transform: scaleY(0.12); transition: transform 80ms linear; }
.dictation-time { min-width: 2.6em; font-size: var(--ck-text-sm); font-variant-numeric: tabular-nums; color: var(--ck-text-secondary); text-align: end; }
.dictate-button[data-phase="recording"] { background: var(--ck-accent); color: var(--ck-on-accent); }
.dictate-button[data-phase="recording"]:hover { background: var(--ck-accent-hover); color: var(--ck-on-accent); }
.reply-button { position: absolute; z-index: 2; gap: 6px; box-shadow: var(--ck-shadow-md); animation: ck-fade var(--ck-motion-fast) var(--ck-ease); }
@container chat (max-width: 480px) {
  .tile { width: calc(50% - var(--ck-space-1)); }
  .composer-tools .chip { padding-inline: 12px; }
  .composer-tools .chip > span { position: absolute; width: 1px; height: 1px; clip-path: inset(50%); }
}
@media (pointer: coarse) {
  .chip, .menu-row, .reply-button { min-height: 44px; }
  .tile-remove { width: 28px; height: 28px; }
}
@media (prefers-reduced-motion: reduce) { .dictation-meter { display: none; } }
@media (forced-colors: active) {
  .menu, .tile { border-color: CanvasText; }
  .menu-row:focus { outline: 2px solid Highlight; outline-offset: -2px; }
  .chip:is([aria-pressed="true"], [data-chosen]) { forced-color-adjust: none; background: Highlight; color: HighlightText; }
}
`;function zt(e){Ke(e),z(`chatkit-thumbnail`,$),z(`chatkit-attachments`,J),z(`chatkit-composer-menu`,X),z(`chatkit-model-picker`,Et),z(`chatkit-dictation`,Z),z(`chatkit-quote-reply`,It)}export{rt as attachFiles,Rt as composerStyles,zt as install};