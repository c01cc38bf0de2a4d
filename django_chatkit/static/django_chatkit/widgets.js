var e=globalThis,t=e.ShadowRoot&&(e.ShadyCSS===void 0||e.ShadyCSS.nativeShadow)&&`adoptedStyleSheets`in Document.prototype&&`replace`in CSSStyleSheet.prototype,n=Symbol(),r=new WeakMap,i=class{constructor(e,t,r){if(this._$cssResult$=!0,r!==n)throw Error("CSSResult is not constructable. Use `unsafeCSS` or `css` instead.");this.cssText=e,this.t=t}get styleSheet(){let e=this.o,n=this.t;if(t&&e===void 0){let t=n!==void 0&&n.length===1;t&&(e=r.get(n)),e===void 0&&((this.o=e=new CSSStyleSheet).replaceSync(this.cssText),t&&r.set(n,e))}return e}toString(){return this.cssText}},a=e=>new i(typeof e==`string`?e:e+``,void 0,n),o=(n,r)=>{if(t)n.adoptedStyleSheets=r.map(e=>e instanceof CSSStyleSheet?e:e.styleSheet);else for(let t of r){let r=document.createElement(`style`),i=e.litNonce;i!==void 0&&r.setAttribute(`nonce`,i),r.textContent=t.cssText,n.appendChild(r)}},s=t?e=>e:e=>e instanceof CSSStyleSheet?(e=>{let t=``;for(let n of e.cssRules)t+=n.cssText;return a(t)})(e):e,{is:c,defineProperty:l,getOwnPropertyDescriptor:u,getOwnPropertyNames:d,getOwnPropertySymbols:f,getPrototypeOf:p}=Object,m=globalThis,h=m.trustedTypes,g=h?h.emptyScript:``,ee=m.reactiveElementPolyfillSupport,_=(e,t)=>e,v={toAttribute(e,t){switch(t){case Boolean:e=e?g:null;break;case Object:case Array:e=e==null?e:JSON.stringify(e)}return e},fromAttribute(e,t){let n=e;switch(t){case Boolean:n=e!==null;break;case Number:n=e===null?null:Number(e);break;case Object:case Array:try{n=JSON.parse(e)}catch{n=null}}return n}},te=(e,t)=>!c(e,t),ne={attribute:!0,type:String,converter:v,reflect:!1,useDefault:!1,hasChanged:te};Symbol.metadata??=Symbol(`metadata`),m.litPropertyMetadata??=new WeakMap;var y=class extends HTMLElement{static addInitializer(e){this._$Ei(),(this.l??=[]).push(e)}static get observedAttributes(){return this.finalize(),this._$Eh&&[...this._$Eh.keys()]}static createProperty(e,t=ne){if(t.state&&(t.attribute=!1),this._$Ei(),this.prototype.hasOwnProperty(e)&&((t=Object.create(t)).wrapped=!0),this.elementProperties.set(e,t),!t.noAccessor){let n=Symbol(),r=this.getPropertyDescriptor(e,n,t);r!==void 0&&l(this.prototype,e,r)}}static getPropertyDescriptor(e,t,n){let{get:r,set:i}=u(this.prototype,e)??{get(){return this[t]},set(e){this[t]=e}};return{get:r,set(t){let a=r?.call(this);i?.call(this,t),this.requestUpdate(e,a,n)},configurable:!0,enumerable:!0}}static getPropertyOptions(e){return this.elementProperties.get(e)??ne}static _$Ei(){if(this.hasOwnProperty(_(`elementProperties`)))return;let e=p(this);e.finalize(),e.l!==void 0&&(this.l=[...e.l]),this.elementProperties=new Map(e.elementProperties)}static finalize(){if(this.hasOwnProperty(_(`finalized`)))return;if(this.finalized=!0,this._$Ei(),this.hasOwnProperty(_(`properties`))){let e=this.properties,t=[...d(e),...f(e)];for(let n of t)this.createProperty(n,e[n])}let e=this[Symbol.metadata];if(e!==null){let t=litPropertyMetadata.get(e);if(t!==void 0)for(let[e,n]of t)this.elementProperties.set(e,n)}this._$Eh=new Map;for(let[e,t]of this.elementProperties){let n=this._$Eu(e,t);n!==void 0&&this._$Eh.set(n,e)}this.elementStyles=this.finalizeStyles(this.styles)}static finalizeStyles(e){let t=[];if(Array.isArray(e)){let n=new Set(e.flat(1/0).reverse());for(let e of n)t.unshift(s(e))}else e!==void 0&&t.push(s(e));return t}static _$Eu(e,t){let n=t.attribute;return!1===n?void 0:typeof n==`string`?n:typeof e==`string`?e.toLowerCase():void 0}constructor(){super(),this._$Ep=void 0,this.isUpdatePending=!1,this.hasUpdated=!1,this._$Em=null,this._$Ev()}_$Ev(){this._$ES=new Promise(e=>this.enableUpdating=e),this._$AL=new Map,this._$E_(),this.requestUpdate(),this.constructor.l?.forEach(e=>e(this))}addController(e){(this._$EO??=new Set).add(e),this.renderRoot!==void 0&&this.isConnected&&e.hostConnected?.()}removeController(e){this._$EO?.delete(e)}_$E_(){let e=new Map,t=this.constructor.elementProperties;for(let n of t.keys())this.hasOwnProperty(n)&&(e.set(n,this[n]),delete this[n]);e.size>0&&(this._$Ep=e)}createRenderRoot(){let e=this.shadowRoot??this.attachShadow(this.constructor.shadowRootOptions);return o(e,this.constructor.elementStyles),e}connectedCallback(){this.renderRoot??=this.createRenderRoot(),this.enableUpdating(!0),this._$EO?.forEach(e=>e.hostConnected?.())}enableUpdating(e){}disconnectedCallback(){this._$EO?.forEach(e=>e.hostDisconnected?.())}attributeChangedCallback(e,t,n){this._$AK(e,n)}_$ET(e,t){let n=this.constructor.elementProperties.get(e),r=this.constructor._$Eu(e,n);if(r!==void 0&&!0===n.reflect){let i=(n.converter?.toAttribute===void 0?v:n.converter).toAttribute(t,n.type);this._$Em=e,i==null?this.removeAttribute(r):this.setAttribute(r,i),this._$Em=null}}_$AK(e,t){let n=this.constructor,r=n._$Eh.get(e);if(r!==void 0&&this._$Em!==r){let e=n.getPropertyOptions(r),i=typeof e.converter==`function`?{fromAttribute:e.converter}:e.converter?.fromAttribute===void 0?v:e.converter;this._$Em=r;let a=i.fromAttribute(t,e.type);this[r]=a??this._$Ej?.get(r)??a,this._$Em=null}}requestUpdate(e,t,n,r=!1,i){if(e!==void 0){let a=this.constructor;if(!1===r&&(i=this[e]),n??=a.getPropertyOptions(e),!((n.hasChanged??te)(i,t)||n.useDefault&&n.reflect&&i===this._$Ej?.get(e)&&!this.hasAttribute(a._$Eu(e,n))))return;this.C(e,t,n)}!1===this.isUpdatePending&&(this._$ES=this._$EP())}C(e,t,{useDefault:n,reflect:r,wrapped:i},a){n&&!(this._$Ej??=new Map).has(e)&&(this._$Ej.set(e,a??t??this[e]),!0!==i||a!==void 0)||(this._$AL.has(e)||(this.hasUpdated||n||(t=void 0),this._$AL.set(e,t)),!0===r&&this._$Em!==e&&(this._$Eq??=new Set).add(e))}async _$EP(){this.isUpdatePending=!0;try{await this._$ES}catch(e){Promise.reject(e)}let e=this.scheduleUpdate();return e!=null&&await e,!this.isUpdatePending}scheduleUpdate(){return this.performUpdate()}performUpdate(){if(!this.isUpdatePending)return;if(!this.hasUpdated){if(this.renderRoot??=this.createRenderRoot(),this._$Ep){for(let[e,t]of this._$Ep)this[e]=t;this._$Ep=void 0}let e=this.constructor.elementProperties;if(e.size>0)for(let[t,n]of e){let{wrapped:e}=n,r=this[t];!0!==e||this._$AL.has(t)||r===void 0||this.C(t,void 0,n,r)}}let e=!1,t=this._$AL;try{e=this.shouldUpdate(t),e?(this.willUpdate(t),this._$EO?.forEach(e=>e.hostUpdate?.()),this.update(t)):this._$EM()}catch(t){throw e=!1,this._$EM(),t}e&&this._$AE(t)}willUpdate(e){}_$AE(e){this._$EO?.forEach(e=>e.hostUpdated?.()),this.hasUpdated||(this.hasUpdated=!0,this.firstUpdated(e)),this.updated(e)}_$EM(){this._$AL=new Map,this.isUpdatePending=!1}get updateComplete(){return this.getUpdateComplete()}getUpdateComplete(){return this._$ES}shouldUpdate(e){return!0}update(e){this._$Eq&&=this._$Eq.forEach(e=>this._$ET(e,this[e])),this._$EM()}updated(e){}firstUpdated(e){}};y.elementStyles=[],y.shadowRootOptions={mode:`open`},y[_(`elementProperties`)]=new Map,y[_(`finalized`)]=new Map,ee?.({ReactiveElement:y}),(m.reactiveElementVersions??=[]).push(`2.1.2`);var re=globalThis,ie=e=>e,ae=re.trustedTypes,oe=ae?ae.createPolicy(`lit-html`,{createHTML:e=>e}):void 0,b=`$lit$`,x=`lit$${Math.random().toFixed(9).slice(2)}$`,S=`?`+x,se=`<${S}>`,C=document,w=()=>C.createComment(``),ce=e=>e===null||typeof e!=`object`&&typeof e!=`function`,T=Array.isArray,le=e=>T(e)||typeof e?.[Symbol.iterator]==`function`,ue=`[ 	
\f\r]`,de=/<(?:(!--|\/[^a-zA-Z])|(\/?[a-zA-Z][^>\s]*)|(\/?$))/g,fe=/-->/g,pe=/>/g,E=RegExp(`>|${ue}(?:([^\\s"'>=/]+)(${ue}*=${ue}*(?:[^ \t\n\f\r"'\`<>=]|("|')|))|$)`,`g`),me=/'/g,he=/"/g,ge=/^(?:script|style|textarea|title)$/i,D=(e=>(t,...n)=>({_$litType$:e,strings:t,values:n}))(1),O=Symbol.for(`lit-noChange`),k=Symbol.for(`lit-nothing`),_e=new WeakMap,ve=C.createTreeWalker(C,129);function ye(e,t){if(!T(e)||!e.hasOwnProperty(`raw`))throw Error(`invalid template strings array`);return oe===void 0?t:oe.createHTML(t)}var be=(e,t)=>{let n=e.length-1,r=[],i,a=t===2?`<svg>`:t===3?`<math>`:``,o=de;for(let t=0;t<n;t++){let n=e[t],s,c,l=-1,u=0;for(;u<n.length&&(o.lastIndex=u,c=o.exec(n),c!==null);)u=o.lastIndex,o===de?c[1]===`!--`?o=fe:c[1]===void 0?c[2]===void 0?c[3]!==void 0&&(o=E):(ge.test(c[2])&&(i=RegExp(`</`+c[2],`g`)),o=E):o=pe:o===E?c[0]===`>`?(o=i??de,l=-1):c[1]===void 0?l=-2:(l=o.lastIndex-c[2].length,s=c[1],o=c[3]===void 0?E:c[3]===`"`?he:me):o===he||o===me?o=E:o===fe||o===pe?o=de:(o=E,i=void 0);let d=o===E&&e[t+1].startsWith(`/>`)?` `:``;a+=o===de?n+se:l>=0?(r.push(s),n.slice(0,l)+b+n.slice(l)+x+d):n+x+(l===-2?t:d)}return[ye(e,a+(e[n]||`<?>`)+(t===2?`</svg>`:t===3?`</math>`:``)),r]},xe=class e{constructor({strings:t,_$litType$:n},r){let i;this.parts=[];let a=0,o=0,s=t.length-1,c=this.parts,[l,u]=be(t,n);if(this.el=e.createElement(l,r),ve.currentNode=this.el.content,n===2||n===3){let e=this.el.content.firstChild;e.replaceWith(...e.childNodes)}for(;(i=ve.nextNode())!==null&&c.length<s;){if(i.nodeType===1){if(i.hasAttributes())for(let e of i.getAttributeNames())if(e.endsWith(b)){let t=u[o++],n=i.getAttribute(e).split(x),r=/([.?@])?(.*)/.exec(t);c.push({type:1,index:a,name:r[2],strings:n,ctor:r[1]===`.`?Ee:r[1]===`?`?De:r[1]===`@`?Oe:Te}),i.removeAttribute(e)}else e.startsWith(x)&&(c.push({type:6,index:a}),i.removeAttribute(e));if(ge.test(i.tagName)){let e=i.textContent.split(x),t=e.length-1;if(t>0){i.textContent=ae?ae.emptyScript:``;for(let n=0;n<t;n++)i.append(e[n],w()),ve.nextNode(),c.push({type:2,index:++a});i.append(e[t],w())}}}else if(i.nodeType===8){if(i.data===S)c.push({type:2,index:a});else{let e=-1;for(;(e=i.data.indexOf(x,e+1))!==-1;)c.push({type:7,index:a}),e+=x.length-1}}a++}}static createElement(e,t){let n=C.createElement(`template`);return n.innerHTML=e,n}};function Se(e,t,n=e,r){if(t===O)return t;let i=r===void 0?n._$Cl:n._$Co?.[r],a=ce(t)?void 0:t._$litDirective$;return i?.constructor!==a&&(i?._$AO?.(!1),a===void 0?i=void 0:(i=new a(e),i._$AT(e,n,r)),r===void 0?n._$Cl=i:(n._$Co??=[])[r]=i),i!==void 0&&(t=Se(e,i._$AS(e,t.values),i,r)),t}var Ce=class{constructor(e,t){this._$AV=[],this._$AN=void 0,this._$AD=e,this._$AM=t}get parentNode(){return this._$AM.parentNode}get _$AU(){return this._$AM._$AU}u(e){let{el:{content:t},parts:n}=this._$AD,r=(e?.creationScope??C).importNode(t,!0);ve.currentNode=r;let i=ve.nextNode(),a=0,o=0,s=n[0];for(;s!==void 0;){if(a===s.index){let t;s.type===2?t=new we(i,i.nextSibling,this,e):s.type===1?t=new s.ctor(i,s.name,s.strings,this,e):s.type===6&&(t=new ke(i,this,e)),this._$AV.push(t),s=n[++o]}a!==s?.index&&(i=ve.nextNode(),a++)}return ve.currentNode=C,r}p(e){let t=0;for(let n of this._$AV)n!==void 0&&(n.strings===void 0?n._$AI(e[t]):(n._$AI(e,n,t),t+=n.strings.length-2)),t++}},we=class e{get _$AU(){return this._$AM?._$AU??this._$Cv}constructor(e,t,n,r){this.type=2,this._$AH=k,this._$AN=void 0,this._$AA=e,this._$AB=t,this._$AM=n,this.options=r,this._$Cv=r?.isConnected??!0}get parentNode(){let e=this._$AA.parentNode,t=this._$AM;return t!==void 0&&e?.nodeType===11&&(e=t.parentNode),e}get startNode(){return this._$AA}get endNode(){return this._$AB}_$AI(e,t=this){e=Se(this,e,t),ce(e)?e===k||e==null||e===``?(this._$AH!==k&&this._$AR(),this._$AH=k):e!==this._$AH&&e!==O&&this._(e):e._$litType$===void 0?e.nodeType===void 0?le(e)?this.k(e):this._(e):this.T(e):this.$(e)}O(e){return this._$AA.parentNode.insertBefore(e,this._$AB)}T(e){this._$AH!==e&&(this._$AR(),this._$AH=this.O(e))}_(e){this._$AH!==k&&ce(this._$AH)?this._$AA.nextSibling.data=e:this.T(C.createTextNode(e)),this._$AH=e}$(e){let{values:t,_$litType$:n}=e,r=typeof n==`number`?this._$AC(e):(n.el===void 0&&(n.el=xe.createElement(ye(n.h,n.h[0]),this.options)),n);if(this._$AH?._$AD===r)this._$AH.p(t);else{let e=new Ce(r,this),n=e.u(this.options);e.p(t),this.T(n),this._$AH=e}}_$AC(e){let t=_e.get(e.strings);return t===void 0&&_e.set(e.strings,t=new xe(e)),t}k(t){T(this._$AH)||(this._$AH=[],this._$AR());let n=this._$AH,r,i=0;for(let a of t)i===n.length?n.push(r=new e(this.O(w()),this.O(w()),this,this.options)):r=n[i],r._$AI(a),i++;i<n.length&&(this._$AR(r&&r._$AB.nextSibling,i),n.length=i)}_$AR(e=this._$AA.nextSibling,t){for(this._$AP?.(!1,!0,t);e!==this._$AB;){let t=ie(e).nextSibling;ie(e).remove(),e=t}}setConnected(e){this._$AM===void 0&&(this._$Cv=e,this._$AP?.(e))}},Te=class{get tagName(){return this.element.tagName}get _$AU(){return this._$AM._$AU}constructor(e,t,n,r,i){this.type=1,this._$AH=k,this._$AN=void 0,this.element=e,this.name=t,this._$AM=r,this.options=i,n.length>2||n[0]!==``||n[1]!==``?(this._$AH=Array(n.length-1).fill(new String),this.strings=n):this._$AH=k}_$AI(e,t=this,n,r){let i=this.strings,a=!1;if(i===void 0)e=Se(this,e,t,0),a=!ce(e)||e!==this._$AH&&e!==O,a&&(this._$AH=e);else{let r=e,o,s;for(e=i[0],o=0;o<i.length-1;o++)s=Se(this,r[n+o],t,o),s===O&&(s=this._$AH[o]),a||=!ce(s)||s!==this._$AH[o],s===k?e=k:e!==k&&(e+=(s??``)+i[o+1]),this._$AH[o]=s}a&&!r&&this.j(e)}j(e){e===k?this.element.removeAttribute(this.name):this.element.setAttribute(this.name,e??``)}},Ee=class extends Te{constructor(){super(...arguments),this.type=3}j(e){this.element[this.name]=e===k?void 0:e}},De=class extends Te{constructor(){super(...arguments),this.type=4}j(e){this.element.toggleAttribute(this.name,!!e&&e!==k)}},Oe=class extends Te{constructor(e,t,n,r,i){super(e,t,n,r,i),this.type=5}_$AI(e,t=this){if((e=Se(this,e,t,0)??k)===O)return;let n=this._$AH,r=e===k&&n!==k||e.capture!==n.capture||e.once!==n.once||e.passive!==n.passive,i=e!==k&&(n===k||r);r&&this.element.removeEventListener(this.name,this,n),i&&this.element.addEventListener(this.name,this,e),this._$AH=e}handleEvent(e){typeof this._$AH==`function`?this._$AH.call(this.options?.host??this.element,e):this._$AH.handleEvent(e)}},ke=class{constructor(e,t,n){this.element=e,this.type=6,this._$AN=void 0,this._$AM=t,this.options=n}get _$AU(){return this._$AM._$AU}_$AI(e){Se(this,e)}},Ae={M:b,P:x,A:S,C:1,L:be,R:Ce,D:le,V:Se,I:we,H:Te,N:De,U:Oe,B:Ee,F:ke},je=re.litHtmlPolyfillSupport;je?.(xe,we),(re.litHtmlVersions??=[]).push(`3.3.3`);var Me=(e,t,n)=>{let r=n?.renderBefore??t,i=r._$litPart$;if(i===void 0){let e=n?.renderBefore??null;r._$litPart$=i=new we(t.insertBefore(w(),e),e,void 0,n??{})}return i._$AI(e),i},Ne=globalThis,Pe=class extends y{constructor(){super(...arguments),this.renderOptions={host:this},this._$Do=void 0}createRenderRoot(){let e=super.createRenderRoot();return this.renderOptions.renderBefore??=e.firstChild,e}update(e){let t=this.render();this.hasUpdated||(this.renderOptions.isConnected=this.isConnected),super.update(e),this._$Do=Me(t,this.renderRoot,this.renderOptions)}connectedCallback(){super.connectedCallback(),this._$Do?.setConnected(!0)}disconnectedCallback(){super.disconnectedCallback(),this._$Do?.setConnected(!1)}render(){return O}};Pe._$litElement$=!0,Pe.finalized=!0,Ne.litElementHydrateSupport?.({LitElement:Pe});var Fe=Ne.litElementPolyfillSupport;Fe?.({LitElement:Pe}),(Ne.litElementVersions??=[]).push(`4.2.2`);var Ie={ATTRIBUTE:1,CHILD:2,PROPERTY:3,BOOLEAN_ATTRIBUTE:4,EVENT:5,ELEMENT:6},Le=e=>(...t)=>({_$litDirective$:e,values:t}),Re=class{constructor(e){}get _$AU(){return this._$AM._$AU}_$AT(e,t,n){this._$Ct=e,this._$AM=t,this._$Ci=n}_$AS(e,t){return this.update(e,t)}update(e,t){return this.render(...t)}},{I:ze}=Ae,Be=e=>e,Ve=e=>e.strings===void 0,He=()=>document.createComment(``),Ue=(e,t,n)=>{let r=e._$AA.parentNode,i=t===void 0?e._$AB:t._$AA;if(n===void 0)n=new ze(r.insertBefore(He(),i),r.insertBefore(He(),i),e,e.options);else{let t=n._$AB.nextSibling,a=n._$AM,o=a!==e;if(o){let t;n._$AQ?.(e),n._$AM=e,n._$AP!==void 0&&(t=e._$AU)!==a._$AU&&n._$AP(t)}if(t!==i||o){let e=n._$AA;for(;e!==t;){let t=Be(e).nextSibling;Be(r).insertBefore(e,i),e=t}}}return n},A=(e,t,n=e)=>(e._$AI(t,n),e),We={},Ge=(e,t=We)=>e._$AH=t,Ke=e=>e._$AH,qe=e=>{e._$AR(),e._$AA.remove()},Je=(e,t,n)=>{let r=new Map;for(let i=t;i<=n;i++)r.set(e[i],i);return r},Ye=Le(class extends Re{constructor(e){if(super(e),e.type!==Ie.CHILD)throw Error(`repeat() can only be used in text expressions`)}dt(e,t,n){let r;n===void 0?n=t:t!==void 0&&(r=t);let i=[],a=[],o=0;for(let t of e)i[o]=r?r(t,o):o,a[o]=n(t,o),o++;return{values:a,keys:i}}render(e,t,n){return this.dt(e,t,n).values}update(e,[t,n,r]){let i=Ke(e),{values:a,keys:o}=this.dt(t,n,r);if(!Array.isArray(i))return this.ut=o,a;let s=this.ut??=[],c=[],l,u,d=0,f=i.length-1,p=0,m=a.length-1;for(;d<=f&&p<=m;)if(i[d]===null)d++;else if(i[f]===null)f--;else if(s[d]===o[p])c[p]=A(i[d],a[p]),d++,p++;else if(s[f]===o[m])c[m]=A(i[f],a[m]),f--,m--;else if(s[d]===o[m])c[m]=A(i[d],a[m]),Ue(e,c[m+1],i[d]),d++,m--;else if(s[f]===o[p])c[p]=A(i[f],a[p]),Ue(e,i[d],i[f]),f--,p++;else if(l===void 0&&(l=Je(o,p,m),u=Je(s,d,f)),l.has(s[d])){if(l.has(s[f])){let t=u.get(o[p]),n=t===void 0?null:i[t];if(n===null){let t=Ue(e,i[d]);A(t,a[p]),c[p]=t}else c[p]=A(n,a[p]),Ue(e,i[d],n),i[t]=null;p++}else qe(i[f]),f--}else qe(i[d]),d++;for(;p<=m;){let t=Ue(e,c[m+1]);A(t,a[p]),c[p++]=t}for(;d<=f;){let e=i[d++];e!==null&&qe(e)}return this.ut=o,Ge(e,c),O}}),j=e=>typeof e==`object`&&!!e&&!Array.isArray(e);function M(e){return typeof e==`string`?e:typeof e==`number`&&Number.isFinite(e)?String(e):void 0}var N=e=>typeof e==`number`&&Number.isFinite(e)?e:void 0;function P(e,t,n){let r=N(e);return r===void 0?void 0:Math.min(n,Math.max(t,Math.round(r)))}var F=e=>Array.isArray(e)?e.filter(j):j(e)?[e]:[];function I(e,t){return t.find(t=>t===e)}var Xe=e=>e.handler!==`client`&&e.streaming!==!1,Ze=class{constructor(e,t){this.options=e,this.changed=t,this.running=new Set,this.busy=new Set,this.again=new Map,this.containers=0,this.release=()=>void 0,this.released=new Promise(e=>this.release=e)}get isContainerBusy(){return this.containers>0}isBusy(e){return this.busy.has(e)}updated(){this.notice=void 0,this.release(),this.released=new Promise(e=>this.release=e)}async run(e,t,n,r,i){if(this.isContainerBusy)return;if(this.running.has(n)){i&&this.again.set(n,i);return}let a=Xe(e),o=a?this.options.whenIdle?.():void 0;if(o)return this.askToWait(o);this.notice=void 0;let s=I(e.loadingBehavior,[`none`,`self`,`container`])??r,{released:c}=this;this.mark(n,s,!0);try{await this.options.onAction(e,t()),a&&await Promise.race([this.options.whenIdle?.(),c])}catch(a){let{t:o,explain:s}=this.options,{text:c,canRetry:l}=s?.(a)??{text:o(`error.action`),canRetry:!1},u=()=>void this.run(e,t,n,r,i);this.notice={text:c,failed:!0,retry:l?u:void 0}}this.mark(n,s,!1);let l=this.again.get(n);this.again.delete(n),l?.()}mark(e,t,n){let r=n?`add`:`delete`;this.running[r](e),t===`self`&&this.busy[r](e),t===`container`&&(this.containers+=n?1:-1),this.changed()}async askToWait(e){let t={text:this.options.t(`error.busy`)};this.notice=t,this.changed(),await e,this.notice===t&&(this.notice=void 0),this.changed()}},Qe=[`title`,`label`,`value`,`text`,`alt`,`placeholder`,`question`,`description`];function $e(e,t=0,n=1e5){if(t>24)return``;let r=new Set,i=0,a=e=>{let t=e?.slice(0,n-i).trim();t&&!r.has(t)&&(r.add(t),i+=t.length)};Qe.forEach(t=>a(M(e[t])));let o=[e.children,e.options,e.series].flatMap(F);for(let e of o){if(i>=n)break;a($e(e,t+1,n-i))}return[...r].join(`
`)}var et=/[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}\p{Script=Adlam}]/gu,tt=2e3;function nt(e){if(!j(e))return!1;let t=$e(e,0,tt),n=t.match(et)?.length??0;return n>0&&n*2>(t.match(/\p{L}/gu)?.length??0)}var L=Le(class extends Re{constructor(...e){super(...e),this.applied=[]}render(e){return O}update(e,[t]){let{style:n}=e.element;for(let e of this.applied)t[e]===void 0&&n.removeProperty(e);this.applied=Object.keys(t).filter(e=>t[e]!==void 0);for(let e of this.applied)n.setProperty(e,t[e]??``);return O}}),rt=new Set(`rgb rgba hsl hsla hwb lab lch oklab oklch color color-mix calc min max clamp var linear-gradient radial-gradient conic-gradient repeating-linear-gradient repeating-radial-gradient repeating-conic-gradient`.split(` `));function R(e){if(!(typeof e!=`string`||e.length>300||/[\\;{}<>@"'`]|\/\*/.test(e)))return[...e.toLowerCase().matchAll(/([\w-]*)\(/g)].every(([,e=``])=>e===``||rt.has(e))?e:void 0}function z(e){let t=N(e);return t===void 0?R(e):`${t}px`}function B(e){let t=N(e);return t===void 0?R(e):`calc(var(--ck-unit) * ${t})`}var it={top:`block-start`,bottom:`block-end`,left:`left`,right:`right`};function at(e,t){if(!j(t))return{[e]:B(t)};let n={};for(let[r,i]of Object.entries(it)){let a=r===`left`||r===`right`?t.x:t.y;n[`${e}-${i}`]=B(t[r]??a)}return n}function ot(e){let t=e.background!==void 0||e.border!==void 0,n=e.padding??(t?0:void 0),[r,i]=j(n)?[n.left??n.x??0,n.right??n.x??0]:[n,n];return{"--ck-w-left":B(r),"--ck-w-right":B(i)}}var st=[`solid`,`dashed`,`dotted`,`double`,`groove`,`ridge`,`inset`,`outset`];function ct(e){let t=j(e)?N(e.size):N(e);if(t===void 0)return;let n=j(e)?st.find(t=>t===e.style):void 0,r=j(e)?V(e.color,`border`):void 0;return`${t}px ${n??`solid`} ${r??`var(--ck-border)`}`}function lt(e){let t=ct(e);if(t!==void 0||!j(e))return{border:t};let n={};for(let[t,r]of Object.entries(it)){let i=t===`left`||t===`right`?e.x:e.y;n[`border-${r}`]=ct(e[t]??i)}return n}var ut={none:`0`,"2xs":`2px`,xs:`4px`,sm:`6px`,md:`8px`,lg:`10px`,xl:`12px`,"2xl":`16px`,"3xl":`20px`,"4xl":`24px`,full:`9999px`,"100%":`100%`},dt=e=>typeof e==`string`&&Object.hasOwn(ut,e)?ut[e]:void 0,ft={text:{prose:`text`,primary:`text`,emphasis:`text`,secondary:`text-secondary`,tertiary:`text-tertiary`,success:`success-text`,warning:`warning-text`,danger:`danger-text`,info:`info-text`,discovery:`discovery-text`},surface:{surface:`surface`,"surface-secondary":`surface-muted`,"surface-tertiary":`surface-sunken`,"surface-elevated":`surface-raised`,"surface-elevated-secondary":`surface-muted`},border:{default:`border`,subtle:`border-subtle`,strong:`border-strong`},chart:{blue:`chart-blue`,purple:`chart-purple`,orange:`chart-orange`,green:`chart-green`,red:`chart-red`,yellow:`chart-yellow`,pink:`chart-pink`}},pt={gray:[0,0],red:[26,.2],orange:[50,.17],yellow:[88,.16],green:[150,.16],teal:[190,.12],blue:[255,.19],purple:[300,.2],pink:[350,.2]};function mt(e){let[,t=``,n=``]=/^([a-z]+)-(\d{1,4})$/.exec(e)??[],r=Number(n);if(t===`alpha`)return`color-mix(in srgb, var(--ck-text) ${Math.min(r,100)}%, transparent)`;let i=Object.hasOwn(pt,t)?pt[t]:void 0;if(!i)return;let[a,o]=i,s=Math.min(r,1e3)/1e3,c=Math.sin(Math.PI*Math.min(1,s*.85+.06));return`oklch(${Math.round((.985-.8*s)*1e3)/1e3} ${Math.round(o*c*1e3)/1e3} ${a})`}function ht(e,t){if(typeof e!=`string`)return;let n=ft[t];return Object.hasOwn(n,e)?`var(--ck-${n[e]})`:mt(e)??R(e)}function V(e,t){if(!j(e))return ht(e,t);let[n,r]=[ht(e.light,t),ht(e.dark,t)];return n===void 0||r===void 0?n??r:`var(--ck-light, ${n}) var(--ck-dark, ${r})`}function gt(e){return{width:z(e.width??e.size),height:z(e.height??e.size),"min-width":z(e.minWidth??e.minSize),"min-height":z(e.minHeight??e.minSize),"max-width":z(e.maxWidth??e.maxSize),"max-height":z(e.maxHeight??e.maxSize),"aspect-ratio":N(e.aspectRatio)?.toString()??R(e.aspectRatio),"border-radius":dt(e.radius),...at(`margin`,e.margin)}}var _t={start:`flex-start`,center:`center`,end:`flex-end`,baseline:`baseline`,stretch:`stretch`},vt={start:`flex-start`,center:`center`,end:`flex-end`,between:`space-between`,around:`space-around`,evenly:`space-evenly`,stretch:`stretch`},yt=(e,t)=>typeof t==`string`&&Object.hasOwn(e,t)?e[t]:void 0;function bt(e){let t=N(e.flex)?.toString()??R(e.flex);return{...gt(e),...ot(e),...at(`padding`,e.padding),...lt(e.border),flex:t,gap:B(e.gap),background:V(e.background,`surface`),"align-items":yt(_t,e.align),"justify-content":yt(vt,e.justify),"flex-wrap":[`nowrap`,`wrap`,`wrap-reverse`].find(t=>t===e.wrap)}}function xt(e,t,n){return D`<form class=${`ck-w-${I(e.direction,[`row`,`col`])??`col`}`} novalidate @submit=${r=>n.submit(e.onSubmitAction,t,r)} ${L(bt(e))}>
    ${n.children(e,t)}
  </form>`}var St=new Set([`__proto__`,`constructor`,`prototype`]),Ct=e=>(e instanceof HTMLInputElement||e instanceof HTMLTextAreaElement)&&!!e.dataset.name,wt=e=>[...e.querySelectorAll(`[data-name]`)].filter(Ct);function Tt(e){if(e instanceof HTMLInputElement){if(e.type===`checkbox`)return e.checked;if(e.type===`radio`)return e.checked?e.value:void 0;if(e.type===`number`&&e.value!==``)return e.valueAsNumber}return e.value}function Et(e,t,n){let r=t.split(`.`),i=r.pop();if(!i||[...r,i].some(e=>St.has(e)))return;let a=e;for(let e of r){let t=a[e];a=typeof t==`object`&&t?t:a[e]={}}a[i]=n}function Dt(e){let t=e.closest(`form`);return(t?.parentElement?Dt(t.parentElement):null)??t}function Ot(e){let t=Dt(e),n=t?wt(t):Ct(e)?[e]:[],r={};for(let e of n){let t=e.matches(`:disabled`)?void 0:Tt(e);t!==void 0&&Et(r,e.dataset.name??``,t)}return r}var kt=e=>`${e.type} ${e.dataset.name} ${e.type===`radio`?e.value:``}`,At=e=>e instanceof HTMLInputElement&&e.checked;function jt(e){let{defaultValue:t}=e;return e instanceof HTMLInputElement?e.type===`hidden`?!1:e.type===`checkbox`||e.type===`radio`?e.checked!==e.defaultChecked:e.value!==t:e.value!==t}function Mt(e){let t=wt(e);return new Map(t.map(e=>[kt(e),{field:e,value:e.value,checked:At(e)}]))}function Nt(e,t,n){let r;for(let i of wt(e)){let a=t.get(kt(i));a&&a.field!==i&&!e.contains(a.field)&&(jt(a.field)&&(i.type!==`checkbox`&&i.type!==`radio`?i.value=a.value:i instanceof HTMLInputElement&&(i.checked=a.checked)),a.field===n&&(r=i))}return r}var Pt=Le(class extends Re{constructor(){super(...arguments),this.key=k}render(e,t){return this.key=e,t}update(e,[t,n]){return t!==this.key&&(Ge(e),this.key=t),n}});async function Ft(e,t,n=()=>!0){let r=/^data:(image\/[a-z]+)(;base64)?,(.*)$/s.exec(e);if(!r)throw TypeError(`Not an image.`);let[,i,a,o=``]=r,s=a?atob(o):decodeURIComponent(o),c=Uint8Array.from(s,e=>e.charCodeAt(0)),l=await createImageBitmap(new Blob([c],{type:i}));n()&&(t.width=l.width,t.height=l.height,t.getContext(`2d`)?.drawImage(l,0,0)),l.close()}async function It(e){let t=document.createElement(`canvas`);try{await Ft(e.src,t)}catch{return}t.className=e.className,t.setAttribute(`role`,`img`),t.setAttribute(`aria-label`,e.alt);for(let n of e.style)t.style.setProperty(n,e.style.getPropertyValue(n));return t}function Lt(e){try{let t=new URL(e,document.baseURI);return[`http:`,`https:`,`mailto:`].includes(t.protocol)?t.href:null}catch{return null}}function Rt(e,t){let n;try{n=new URL(e,document.baseURI)}catch{return!1}return n.protocol===`blob:`||/^data:image\/(png|jpeg|gif|webp)[;,]/.test(e)?!0:n.protocol!==`https:`&&n.protocol!==`http:`?!1:n.origin===location.origin||t.some(e=>e.startsWith(`*.`)?n.hostname.endsWith(e.slice(1)):n.hostname===e||n.host===e)}var zt=[`sm`,`md`,`lg`,`xl`,`2xl`,`3xl`,`4xl`,`5xl`],Bt=[`xs`,`sm`,`md`,`lg`,`xl`],Vt={normal:`400`,medium:`500`,semibold:`600`,bold:`700`};function Ht(e){let t=M(e.weight)??``;return{color:V(e.color,`text`),"font-weight":Object.hasOwn(Vt,t)?Vt[t]:void 0,"text-align":I(e.textAlign,[`start`,`center`,`end`]),"font-style":e.italic===!0?`italic`:void 0,"text-decoration":e.lineThrough===!0?`line-through`:void 0,width:z(e.width),"min-height":e.minLines?`calc(${P(e.minLines,1,50)??1} * 1lh)`:void 0,"-webkit-line-clamp":e.maxLines?String(P(e.maxLines,1,200)??1):void 0}}function Ut(e,t){return`${t}${e.truncate===!0?` ck-w-truncate`:e.maxLines?` ck-w-clamp`:``}`}function Wt(e,t){let n=I(e.textAlign,[`start`,`end`]);return`${Ut(e,t)}${n?` ck-w-at-${n}`:``}`}function Gt(e){let t=e.textAlign===`center`;return{...Ht(e),"text-align":t?`center`:void 0}}var Kt=e=>/\p{L}/u.test(M(e)??``)?`auto`:k;function qt(e){return D`<h3 class=${Wt(e,`ck-w-title ck-w-title-${I(e.size,zt)??`md`}`)} dir=${Kt(e.value)} ${L(Gt(e))}>
    ${M(e.value)}
  </h3>`}function Jt(e){return D`<p class=${Wt(e,`ck-w-caption ck-w-caption-${I(e.size,[`sm`,`md`,`lg`])??`md`}`)} dir=${Kt(e.value)} ${L(Gt(e))}
    >${M(e.value)}</p
  >`}function Yt(e){return D`<p class=${Wt(e,`ck-w-text ck-w-text-${I(e.size,Bt)??`md`}`)} dir=${Kt(e.value)} ${L(Gt(e))}
    >${M(e.value)}</p
  >`}function Xt(e,t,n){let r=M(e.value)??``,i=n.markdownView(t);return i?(i.update(r,e.streaming===!0),D`<div class="ck-w-markdown">${i.element}</div>`):D`<p class="ck-w-text ck-w-text-md" dir=${Kt(r)}>${r}</p>`}var Zt={xs:`12px`,sm:`14px`,md:`18px`,lg:`20px`,xl:`24px`,"2xl":`30px`,"3xl":`38px`},Qt=e=>typeof e==`string`&&Object.hasOwn(Zt,e)?Zt[e]:void 0;function $t(e){let t=I(e.color,[`success`,`danger`,`warning`,`info`,`discovery`])??`secondary`,n=I(e.variant,[`solid`,`soft`,`outline`])??`soft`;return D`<span
    class=${`ck-w-badge ck-w-badge-${I(e.size,[`sm`,`md`,`lg`])??`sm`} ck-w-tone-${t} ck-w-${n}${e.pill===!1?``:` ck-w-pill`}`}
    dir=${Kt(e.label)}
    >${M(e.label)}</span
  >`}function en(e,t,n){let r=Qt(e.size)??Zt.md;return D`<span class="ck-w-icon" ${L({color:V(e.color,`text`),"font-size":r})}
    >${n.options.icon(M(e.name)??`dot`)}</span
  >`}var tn=[`top left`,`top`,`top right`,`left`,`center`,`right`,`bottom left`,`bottom`,`bottom right`];async function nn(e){let t=e.target,n=t.nextElementSibling;t.hidden=!0;let r=t.src.startsWith(`data:`)?await It(t):void 0;r?t.after(r):n?.removeAttribute(`hidden`)}function rn(e,t,n){let r=M(e.src)??``,i=M(e.alt)??``;if(!Rt(r,n.options.allowedImageDomains))return an(r,i,gt(e),n);let a={...gt(e),"object-fit":I(e.fit,[`cover`,`contain`,`fill`,`scale-down`,`none`]),"object-position":I(e.position,tn),background:V(e.background,`surface`),flex:N(e.flex)?.toString()??R(e.flex)},o=e.frame===!0?` ck-w-frame`:``,s=e.flush===!0?` ck-w-flush`:``;return D`${Pt(r,D`<img
      class=${`ck-w-image${o}${s}`}
      src=${r}
      alt=${i}
      loading="lazy"
      decoding="async"
      referrerpolicy="no-referrer"
      @error=${e=>void nn(e)}
      ${L(a)}
    /><span class=${`ck-w-broken${s}`} hidden ${L({...a,background:void 0})}
      >${n.options.icon(`image`)}<span dir="auto">${i||n.options.t(`image.label`)}</span></span
    >`)}`}function an(e,t,n,r){let{icon:i,t:a}=r.options,o=D`${i(`image`)}<span dir="auto">${t||a(`widget.imageBlocked`)}</span>`,s=/^https?:/i.test(e)?Lt(e):null,c=`ck-w-image-link${n.width!==void 0||n.height!==void 0?` ck-w-image-place`:``}`;return s===null?D`<span class=${c} ${L(n)}>${o}</span>`:D`<a class=${c} href=${s} target="_blank" rel="noopener noreferrer" ${L(n)}
        >${o}</a
      >`}var on=[`3xs`,`2xs`,`xs`,`sm`,`md`,`lg`,`xl`,`2xl`,`3xl`],sn={"2xs":`6px`,xs:`8px`,sm:`10px`,md:`12px`,lg:`14px`,xl:`16px`};function cn(e,t,n){let r=n.fieldId(e),i=n.problem(t)!==void 0;return{name:e,id:r,isBlock:!1,invalid:i?`true`:k,describedBy:i?`${r}-problem`:k}}function ln(e,t,n,r=!0){let i=cn(M(e.name)??``,t,n),a=I(e.variant,[`soft`,`outline`,`ghost`,`solid`])??`outline`,o=I(e.size,on)??`md`,s=M(e.gutterSize)??``,{name:c}=i;return{...i,isBlock:r,className:`ck-w-field ck-w-field-${a} ck-w-control-${o}${e.pill===!0?` ck-w-pill`:``}`,label:n.labelOf(c)===void 0?M(e.placeholder)??c:k,style:{"padding-inline":Object.hasOwn(sn,s)?sn[s]:void 0}}}function H(e,t,n,r){let{icon:i}=r.options,a=r.problem(n),o=r.isBusy(n);return D`<div
    class=${`ck-w-entry${t.isBlock?` ck-w-block`:``}`}
    data-entry=${n}
    aria-busy=${o?`true`:k}
    ?inert=${o}
  >
    ${e}
    ${o?D`<span class="ck-w-spinner" aria-hidden="true"></span>`:``}
    ${a?D`<p class="ck-w-problem" id=${`${t.id}-problem`}>
            ${i(`info`)}<span>${a}</span>
          </p>`:``}
  </div>`}var un=[`primary`,`secondary`,`info`,`discovery`,`success`,`caution`,`warning`,`danger`],dn=new WeakMap,fn=e=>e?dn.get(e):void 0,pn=e=>e?D`<span class="ck-w-spinner" aria-hidden="true"></span>`:``;function mn(e,t,n){let{options:r}=n,i=I(e.color,un)??I(e.style,[`primary`,`secondary`])??`secondary`,a=I(e.variant,[`solid`,`soft`,`outline`,`ghost`])??(i===`secondary`?`outline`:`solid`),o=I(e.size,on)??`lg`,s=M(e.label),[c,l]=[M(e.iconStart),M(e.iconEnd)],u=n.isBusy(t),d=[`ck-w-button ck-w-control-${o} ck-w-tone-${i} ck-w-${a}`,e.pill===!1?``:`ck-w-pill`,e.block===!0?`ck-w-block`:``,e.uniform===!0||!s&&(c||l)?`ck-w-uniform`:``,u?`ck-w-busy`:``],f=e.submit===!0,p=r=>{let i=r.currentTarget;dn.set(i,e.onClickAction),f&&i.form||n.run(e.onClickAction,t,i,`self`)},m=t=>t?D`<span class="ck-w-icon" ${L({"font-size":Qt(e.iconSize)})}
          >${r.icon(t)}</span
        >`:``;return D`<button
    class=${d.filter(Boolean).join(` `)}
    type=${f?`submit`:`button`}
    ?disabled=${e.disabled===!0}
    aria-disabled=${u?`true`:k}
    aria-label=${s?k:c??l??r.t(`action.submit`)}
    data-path=${t}
    @click=${p}
  >
    ${m(c)}${s?D`<span class="ck-w-button-label">${s}</span>`:``}${m(l)}
    ${pn(u)}
  </button>`}function hn(e,t,n,r,i){if(!j(e))return``;let a=`${n}.${t}`,o=t=>{r||i.run(e.action,a,t.currentTarget,`container`)},s=t===`confirm`?`ck-w-tone-primary ck-w-solid`:`ck-w-tone-secondary ck-w-outline`,c=i.isBusy(a),l=M(e.label)??i.options.t(t===`confirm`?`action.confirm`:`action.cancel`);return D`<button
    class=${`ck-w-button ck-w-pill ck-w-control-lg ${s}${c?` ck-w-busy`:``}`}
    type=${r?`submit`:`button`}
    aria-disabled=${c?`true`:k}
    data-path=${a}
    @click=${o}
  >
    <span class="ck-w-button-label">${l}</span>${pn(c)}
  </button>`}var gn=(e,t)=>{let n=e._$AN;if(n===void 0)return!1;for(let e of n)e._$AO?.(t,!1),gn(e,t);return!0},_n=e=>{let t,n;do{if((t=e._$AM)===void 0)break;n=t._$AN,n.delete(e),e=t}while(n?.size===0)},vn=e=>{for(let t;t=e._$AM;e=t){let n=t._$AN;if(n===void 0)t._$AN=n=new Set;else if(n.has(e))break;n.add(e),xn(t)}};function yn(e){this._$AN===void 0?this._$AM=e:(_n(this),this._$AM=e,vn(this))}function bn(e,t=!1,n=0){let r=this._$AH,i=this._$AN;if(i!==void 0&&i.size!==0){if(t){if(Array.isArray(r))for(let e=n;e<r.length;e++)gn(r[e],!1),_n(r[e]);else r!=null&&(gn(r,!1),_n(r))}else gn(this,e)}}var xn=e=>{e.type==Ie.CHILD&&(e._$AP??=bn,e._$AQ??=yn)},Sn=class extends Re{constructor(){super(...arguments),this._$AN=void 0}_$AT(e,t,n){super._$AT(e,t,n),vn(this),this.isConnected=e._$AU}_$AO(e,t=!0){e!==this.isConnected&&(this.isConnected=e,e?this.reconnected?.():this.disconnected?.()),t&&(gn(this,e),_n(this))}setValue(e){if(Ve(this._$Ct))this._$Ct._$AI(e,this);else{let t=[...this._$Ct._$AH];t[this._$Ci]=e,this._$Ct._$AI(t,this,0)}}disconnected(){}reconnected(){}},Cn=[`basis`,`basisClosed`,`basisOpen`,`bumpX`,`bumpY`,`bump`,`linear`,`linearClosed`,`natural`,`monotoneX`,`monotoneY`,`monotone`,`step`,`stepBefore`,`stepAfter`],wn=[`blue`,`purple`,`orange`,`green`,`red`,`yellow`,`pink`],Tn=1e3,En=40,Dn=1e300;function On(e){let t=typeof e==`string`&&e.trim()!==``?Number(e):N(e);if(t!==void 0&&Number.isFinite(t))return Math.min(Dn,Math.max(-1e300,t))}function kn(e,t,n){let r=M(e.dataKey)??``;return{kind:I(e.type,[`bar`,`line`,`area`])??`bar`,label:M(e.label)??r,color:V(e.color,`chart`)??`var(--ck-chart-${wn[t%wn.length]})`,curve:I(e.curveType,Cn)??`monotone`,stack:M(e.stack),values:n.map(e=>Object.hasOwn(e,r)?On(e[r]):void 0)}}function An(e,t,n){let r=j(e.xAxis)?e.xAxis:{dataKey:e.xAxis},i=M(r.dataKey)??``,a=j(r.labels)?r.labels:{},o=F(e.data).slice(0,Tn);return{categories:o.map(e=>{let t=Object.hasOwn(e,i)?M(e[i])??``:``;return(Object.hasOwn(a,t)?M(a[t]):void 0)??t}),series:F(e.series).slice(0,En).map((e,t)=>kn(e,t,o)),showXAxis:r.hide!==!0,showYAxis:e.showYAxis===!0,showLegend:e.showLegend!==!1,showTooltip:e.showTooltip!==!1,barGap:Math.max(0,N(e.barGap)??3),barCategoryGap:N(e.barCategoryGap),locale:t,emptyLabel:n}}var jn=({series:e})=>!e.some(({values:e})=>e.some(e=>e!==void 0));function Mn(e,t){let n=Math.abs(e)>=0x38d7ea4c68000?{notation:`scientific`,maximumFractionDigits:3}:{maximumFractionDigits:Math.abs(e)<1?6:3};return new Intl.NumberFormat(t,n).format(e)}function Nn(e,t){let{categories:n,series:r,locale:i,emptyLabel:a}=e;if(jn(e))return`${t}: ${a}`;let o=r.map(({label:e,values:t})=>{let n=t.filter(e=>e!==void 0),[r,a]=[Pn(n),Fn(n)].map(e=>Mn(e,i));return n.length===0?e:`${e} ${r===a?r:`${r} – ${a}`}`}),s=new Set([n[0]??``,n.at(-1)??``].filter(Boolean)),c=s.size>0?` (${[...s].join(` – `)})`:``;return`${t}: ${o.join(`, `)}${c}`}var Pn=e=>e.reduce((e,t)=>Math.min(e,t),1/0),Fn=e=>e.reduce((e,t)=>Math.max(e,t),-1/0),In=Le(class extends Sn{render(e,t){return O}update(e,[t,n]){return this.model=t,this.view?this.view.update(t):this.host||(this.host=e.element,this.load=n,this.start()),O}disconnected(){this.view?.dispose(),this.view=void 0}reconnected(){this.start()}async start(){let{host:e,load:t}=this;if(!e)return;let n=()=>e.closest(`.ck-w-chart`);try{if(!t)throw Error(`Charts are shown as tables here.`);let{createChart:r}=await t();if(!this.isConnected||this.view||!this.model)return;let i=e=>{let t=n()?.querySelector(`[role=status]`);t&&(t.textContent=e)};this.view=r(e,i),this.view.update(this.model)}catch{n()?.setAttribute(`data-plain`,``)}}}),Ln=new WeakMap;function Rn(e,t){let{locale:n=`en`,t:r}=t.options,i=Ln.get(e),a=r(`chart.empty`);if(i?.locale===n&&i.emptyLabel===a)return i;let o=An(e,n,a);return Ln.set(e,o),o}function zn({series:e,showLegend:t}){return!t||!e.some(({label:e})=>e)?``:D`<div class="ck-w-legend" aria-hidden="true">${e.map(({label:e,color:t},n)=>D`<span class="ck-w-legend-entry"
        ><span
          class="ck-w-swatch"
          data-series=${n%7}
          ${L({"--ck-series":t})}
        ></span
        ><span dir="auto">${e}</span></span
      >`)}</div>`}var Bn=8e3;function Vn({categories:e,series:t,locale:n},r){let i=e=>e===void 0?``:Mn(e,n),a=e.slice(0,Math.ceil(Bn/t.length));return D`<div class="ck-w-chart-table ck-w-table sr-only">
    <table aria-label=${r}>
      <thead>
        <tr>
          <td></td>
          ${t.map(e=>D`<th scope="col" class="ck-w-number">${e.label}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${a.map((e,n)=>D`<tr>
              <th scope="row" dir="auto">${e}</th>
              ${t.map(({values:e})=>D`<td class="ck-w-number">${i(e[n])}</td>`)}
            </tr>`)}
      </tbody>
    </table>
  </div>`}function Hn(e,t,n){let r=Rn(e,n),{t:i,loadChart:a}=n.options,o=jn(r),s=gt(e),c=s.height!==void 0||s[`aspect-ratio`]!==void 0,l={...s,height:s.height??(c?`auto`:void 0),flex:N(e.flex)?.toString()??R(e.flex)},u=!o&&r.showTooltip?`0`:k;return D`<figure class="ck-w-chart" ${L(l)}>
    <div
      class="ck-w-plot"
      role="img"
      aria-label=${Nn(r,i(`chart.label`))}
      tabindex=${u}
      ${In(r,a)}
    ></div>
    ${o?D`<p class="ck-w-chart-empty" aria-hidden="true">${i(`chart.empty`)}</p>`:``}
    ${zn(r)}
    <div class="sr-only" role="status"></div>
    ${o?``:Vn(r,i(`table.label`))}
  </figure>`}var Un=Le(class extends Re{constructor(...e){super(...e),this.done=!1}render(e){return O}update(e,[t]){return this.done||requestAnimationFrame(()=>t(e.element)),this.done=!0,O}});function Wn(e){let t=e.getRootNode();if(!(t instanceof ShadowRoot))return;let{activeElement:n}=document;if(n&&n!==document.body&&n!==t.host)return;let r=t.activeElement;(r===null||r instanceof HTMLTextAreaElement&&r.value===``)&&e.focus({preventScroll:!0})}function Gn(e,t,n){let r=I(e.size,Bt)??`sm`,i=n.fieldId(M(e.fieldName)??``);return D`<label
    class=${`ck-w-label ck-w-text-${r}`}
    id=${`${i}-label`}
    for=${i}
    ${L(Ht(e))}
    >${M(e.value)}</label
  >`}var Kn=[`number`,`email`,`text`,`password`,`tel`,`url`],qn=[`email`,`tel`,`url`],Jn=e=>e.allowAutofillExtensions===!0?k:`off`,U=e=>e.allowAutofillExtensions===!0?k:`true`,Yn=e=>Un(t=>{let n=t;e.autoFocus===!0&&Wn(n),e.autoSelect===!0&&n.select()});function Xn(e,t,n){let r=ln(e,t,n);return H(D`<input
    class=${r.className}
    id=${r.id}
    data-name=${r.name}
    type=${I(e.inputType,Kn)??`text`}
    dir=${I(e.inputType,qn)?`ltr`:k}
    step=${e.inputType===`number`?`any`:k}
    aria-label=${r.label}
    aria-invalid=${r.invalid}
    aria-describedby=${r.describedBy}
    placeholder=${M(e.placeholder)??k}
    data-pattern=${e.inputType===`number`?k:M(e.pattern)??k}
    autocomplete=${Jn(e)}
    data-1p-ignore=${U(e)}
    data-lpignore=${U(e)}
    data-bwignore=${U(e)}
    ?required=${e.required===!0}
    ?disabled=${e.disabled===!0}
    .defaultValue=${M(e.defaultValue)??``}
    ${L(r.style)}
    ${Yn(e)}
  />`,r,t,n)}function Zn(e){e.style.height=`auto`;let{borderTopWidth:t,borderBottomWidth:n}=getComputedStyle(e),r=parseFloat(t)+parseFloat(n);e.scrollHeight>0&&(e.style.height=`${e.scrollHeight+(r||0)}px`)}var Qn=e=>Zn(e.target);function $n(e,t,n){let r=ln(e,t,n),i=P(e.rows,1,40)??3,a=e.autoResize===!0,o=P(e.maxRows,i,200),s={...r.style,resize:a?`none`:void 0,"max-height":o===void 0?void 0:`calc(${o}lh + 1.1em + 2px)`};return H(D`<textarea
    class=${`${r.className} ck-w-textarea`}
    id=${r.id}
    data-name=${r.name}
    data-pattern=${M(e.pattern)??k}
    rows=${i}
    aria-label=${r.label}
    aria-invalid=${r.invalid}
    aria-describedby=${r.describedBy}
    placeholder=${M(e.placeholder)??k}
    autocomplete=${Jn(e)}
    data-1p-ignore=${U(e)}
    data-lpignore=${U(e)}
    data-bwignore=${U(e)}
    ?required=${e.required===!0}
    ?disabled=${e.disabled===!0}
    @input=${a?Qn:k}
    .defaultValue=${M(e.defaultValue)??``}
    ${L(s)}
    ${Yn(e)}
    ${Un(e=>a&&Zn(e))}
  ></textarea>`,r,t,n)}function er(e,t,n,r){let i={...ln({...t,size:void 0},n,r),isBlock:!0};return H(D`<textarea
    class=${`${Ut({},`ck-w-text ck-w-text-${I(e.size,Bt)??`md`}`)} ck-w-editable`}
    id=${i.id}
    data-name=${i.name}
    data-pattern=${M(t.pattern)??k}
    rows=${P(e.minLines,1,50)??1}
    aria-label=${i.label}
    aria-invalid=${i.invalid}
    aria-describedby=${i.describedBy}
    placeholder=${M(t.placeholder)??k}
    autocomplete=${M(t.autoComplete)??Jn(t)}
    data-1p-ignore=${U(t)}
    data-lpignore=${U(t)}
    data-bwignore=${U(t)}
    ?required=${t.required===!0}
    @input=${Qn}
    @focus=${t.autoSelect===!0?e=>e.target.select():k}
    .defaultValue=${M(e.value)??``}
    ${L({...Ht(e),"-webkit-line-clamp":void 0})}
    ${Yn(t)}
    ${Un(e=>Zn(e))}
  ></textarea>`,i,n,r)}function tr(e,t,n){let r=M(e.name)??``,i=cn(r,t,n),a=M(e.label);return H(D`<label class="ck-w-choice" ?data-disabled=${e.disabled===!0}
    ><input
      type="checkbox"
      id=${i.id}
      data-name=${r}
      aria-label=${a||n.labelOf(r)!==void 0?k:r}
      aria-invalid=${i.invalid}
      aria-describedby=${i.describedBy}
      ?required=${e.required===!0}
      ?disabled=${e.disabled===!0}
      @change=${r=>n.change(e,t,r)}
      .defaultChecked=${e.defaultChecked===!0}
    />${a?D`<span>${a}</span>`:``}</label
  >`,i,t,n)}function nr(e,t,n){let r=M(e.name)??``,i=cn(r,t,n),a=I(e.direction,[`row`,`col`])??`row`,o=M(e.ariaLabel),s=o===void 0&&n.labelOf(r)!==void 0,c=F(e.options).map(n=>{let a=M(n.value)??``,o=e.disabled===!0||n.disabled===!0;return D`<label class="ck-w-choice" ?data-disabled=${o}
      ><input
        type="radio"
        name=${`${i.id}-${t}`}
        data-name=${r}
        value=${a}
        aria-describedby=${i.describedBy}
        ?required=${e.required===!0}
        ?disabled=${o}
        .defaultChecked=${a===M(e.defaultValue)}
      /><span>${M(n.label)??a}</span></label
    >`});return H(D`<div
    class=${`ck-w-radios ck-w-${a}`}
    id=${i.id}
    role="radiogroup"
    aria-label=${s?k:o??r}
    aria-labelledby=${s?`${i.id}-label`:k}
    aria-required=${e.required===!0?`true`:k}
    aria-invalid=${i.invalid}
    aria-disabled=${e.disabled===!0?`true`:k}
    @change=${r=>n.change(e,t,r)}
  >
    ${c}
  </div>`,i,t,n)}var rr=864e5;function ir(e){let t=typeof e==`string`?/^\d{4}-\d{2}-\d{2}/.exec(e)?.[0]:void 0;return t!==void 0&&or(ar(t))===t?t:void 0}var ar=e=>new Date(`${e}T00:00:00Z`);function or(e){return Number.isNaN(e.getTime())?``:e.toISOString().slice(0,10)}function sr(){let e=new Date;return or(new Date(Date.UTC(e.getFullYear(),e.getMonth(),e.getDate())))}var W=(e,t)=>or(new Date(ar(e).getTime()+t*rr));function cr(e,t){let n=ar(e),[r,i]=[n.getUTCFullYear(),n.getUTCMonth()+t],a=new Date(Date.UTC(r,i+1,0)).getUTCDate();return or(new Date(Date.UTC(r,i,Math.min(n.getUTCDate(),a))))}function lr(e,t,n){return t!==void 0&&e<t?t:n!==void 0&&e>n?n:e}var ur=(e,t)=>(ar(e).getUTCDay()-t+7)%7;function dr(e,t){let n=`${e.slice(0,7)}-01`,r=W(cr(n,1),-1),i=[];for(let e=W(n,-ur(n,t));e<=r;e=W(e,7))i.push(Array.from({length:7},(t,n)=>W(e,n)));return i}var fr=`AG AS BD BR BS BT BW BZ CA CO DM DO ET GT GU HK HN ID IL IN JM JP KE KH KR LA MH MM MO MT MX MZ NI NP PA PE PH PK PR PT PY SA SG SV TH TT TW UM US VE VI WS YE ZA ZW`,pr=`AE AF BH DJ DZ EG IQ IR JO KW LY OM QA SD SY`;function mr(e){let{region:t=``}=new Intl.Locale(e).maximize();return fr.includes(t)?0:pr.includes(t)?6:1}var hr=4,gr=8,_r=(e,t,n)=>Math.max(gr,Math.min(e,n-t-gr));function vr(e,t,n,{side:r,align:i,rtl:a}){let o=r===`top`||r===`bottom`,[s,c,l,u]=o?[t.top,t.height,e.height,n.height]:[t.left,t.width,e.width,n.width],d=s-hr-gr,f=u-s-c-hr-gr,p=r===`top`||r===`left`,m=((p?d>=l:f>=l)?p:d>f)?s-hr-l:s+c+hr,h=o&&a&&i!==`center`?i===`start`?`end`:`start`:i,[g,ee,_]=o?[t.left,t.width,e.width]:[t.top,t.height,e.height],v={start:g,center:g+(ee-_)/2,end:g+ee-_};return o?{top:_r(m,l,u),left:_r(v[h],_,n.width)}:{left:_r(m,l,u),top:_r(v[h],_,n.height)}}function yr(e,t,n){let r=t.getBoundingClientRect();e.style.minWidth=`${r.width}px`;let{left:i,top:a}=vr(e.getBoundingClientRect(),r,{width:document.documentElement.clientWidth,height:window.innerHeight},{...n,rtl:getComputedStyle(t).direction===`rtl`});e.style.left=`${i}px`,e.style.top=`${a}px`}function br(e,t,n){let r=n.labelOf(t.name);return{...t,label:r??M(e.placeholder)??t.name,labelledBy:r===void 0?k:`${t.id}-label`,clearable:e.clearable===!0,disabled:e.disabled===!0,options:n.options}}var xr=class extends HTMLElement{constructor(...e){super(...e),this.isOpen=!1,this.close=()=>{this.querySelector(`dialog`)?.close()},this.onClose=()=>{window.removeEventListener(`resize`,this.close),this.isOpen=!1,this.draw(),this.querySelector(`button`)?.focus({preventScroll:!0})},this.onPointerDown=e=>{e.target===e.currentTarget&&(e.preventDefault(),this.close())},this.onButtonKey=e=>{(e.key===`ArrowDown`||e.key===`ArrowUp`)&&(e.preventDefault(),this.open())}}set settings(e){this.current=e,this.draw()}get settings(){if(!this.current)throw Error(`A picker needs settings.`);return this.current}get value(){return this.chosen??this.settings.defaultValue}get standing(){return{side:`bottom`,align:`start`}}draw(){let{settings:e}=this,{name:t,id:n,label:r,labelledBy:i,options:a}=e,o=this.value===``?``:this.valueText(),s=`${n}-value`,c=this.popupRole===`listbox`,l=c||o===``?r:`${r}, ${o}`,u=c?i:`${String(i)} ${s}`,d=e.clearable&&o!==``&&!e.disabled;Me(D`<button
        class=${`${e.className} ck-w-picker-button`}
        id=${n}
        type="button"
        ?data-clearable=${d}
        role=${c?`combobox`:k}
        aria-haspopup=${this.popupRole}
        aria-expanded=${String(this.isOpen)}
        aria-controls=${c&&this.isOpen?`${n}-popup`:k}
        aria-label=${i===k?l:k}
        aria-labelledby=${i===k?k:u}
        aria-invalid=${c?e.invalid:k}
        aria-describedby=${e.describedBy}
        ?disabled=${e.disabled}
        @click=${()=>this.open()}
        @keydown=${this.onButtonKey}
        ${L(e.style)}
      >
        <span class=${o===``?`ck-w-placeholder`:`ck-w-picker-value`} id=${s}
          >${o||e.placeholder}</span
        >${a.icon(this.icon)}
      </button>
      ${d?D`<button
              class="ck-w-picker-clear"
              type="button"
              aria-label=${`${a.t(`widget.clear`)}: ${r}`}
              title=${a.t(`widget.clear`)}
              @click=${()=>this.clear()}
            >
              ${a.icon(`close`)}
            </button>`:``}
      <input type="hidden" data-name=${t} ?disabled=${e.disabled} .value=${this.value} />
      ${this.isOpen?D`<dialog
              class="ck-w-popup"
              aria-label=${r}
              @close=${this.onClose}
              @pointerdown=${this.onPointerDown}
              @keydown=${e=>e.stopPropagation()}
            >
              ${this.popup()}
            </dialog>`:``}`,this)}open(){if(this.isOpen||this.settings.disabled)return;this.isOpen=!0,this.prepare(),this.draw();let e=this.querySelector(`dialog`),t=this.querySelector(`button`);e&&t&&(e.showModal(),yr(e,t,this.standing),this.focusPopup(),window.addEventListener(`resize`,this.close))}choose(e){this.close();let t=e!==this.value;this.chosen=e,this.draw();let n=this.querySelector(`input[type=hidden]`);t&&n?.dispatchEvent(new Event(`change`,{bubbles:!0}))}clear(){this.choose(``),this.querySelector(`button`)?.focus()}},Sr=120,Cr=30,wr=class extends xr{constructor(...e){super(...e),this.icon=`calendar`,this.popupRole=`dialog`,this.day=sr(),this.locale=`en`,this.onKey=e=>{let{day:t}=this,n=getComputedStyle(this).direction===`rtl`?-1:1,r=ur(t,mr(this.locale)),i=e.shiftKey?12:1,a={ArrowLeft:W(t,-n),ArrowRight:W(t,n),ArrowUp:W(t,-7),ArrowDown:W(t,7),Home:W(t,-r),End:W(t,6-r),PageUp:cr(t,-i),PageDown:cr(t,i)}[e.key];a!==void 0&&(e.preventDefault(),this.go(a))}}get standing(){return this.settings}format(e,t){return new Intl.DateTimeFormat(this.locale,{...t,timeZone:`UTC`}).format(ar(e))}valueText(){return this.locale=this.closest(`[lang]`)?.lang||`en`,this.format(this.value,{dateStyle:`medium`})}prepare(){this.locale=this.closest(`[lang]`)?.lang||`en`,this.day=this.clamp(this.value||sr())}focusPopup(){this.querySelector(`dialog [tabindex="0"]`)?.focus()}clamp(e){return lr(e,this.settings.min,this.settings.max)}popup(){let{options:e,min:t,max:n}=this.settings,r=mr(this.locale),i=dr(this.day,r),a=this.format(this.day,{month:`long`,year:`numeric`}),o=sr(),s=this.clamp(o)===o;return D`<div class="ck-w-calendar">
      <div class="ck-w-calendar-head">
        ${this.turn(-1,`chevron-left`)}
        <div class="ck-w-calendar-month">${this.months()}${this.years()}</div>
        ${this.turn(1,`chevron-right`)}
      </div>
      <table role="grid" aria-label=${a} @keydown=${this.onKey}>
        <thead>
          <tr>
            ${i[0]?.map(e=>D`<th scope="col" abbr=${this.format(e,{weekday:`long`})}>
                  ${this.format(e,{weekday:`narrow`})}
                </th>`)}
          </tr>
        </thead>
        <tbody>
          ${i.map(e=>D`<tr>
                ${e.map(e=>this.cell(e,t,n,o))}
              </tr>`)}
        </tbody>
      </table>
      ${s?D`<button class="ck-w-calendar-today" type="button" @click=${()=>this.choose(o)}>
              ${e.t(`time.today`)}
            </button>`:``}
    </div>`}cell(e,t,n,r){let i=lr(e,t,n)!==e,a=e===this.value,o=e.slice(0,7)!==this.day.slice(0,7);return D`<td role="gridcell" aria-selected=${String(a)}>
      <button
        class=${`ck-w-day${o?` ck-w-other-month`:``}`}
        type="button"
        tabindex=${e===this.day?0:-1}
        data-day=${e}
        aria-label=${this.format(e,{dateStyle:`full`})}
        aria-current=${e===r?`date`:k}
        aria-disabled=${i?`true`:k}
        @click=${()=>!i&&this.choose(e)}
      >
        ${this.format(e,{day:`numeric`})}
      </button>
    </td>`}turn(e,t){let n=cr(this.day,e),r=this.clamp(n).slice(0,7)===n.slice(0,7);return D`<button
      class="ck-w-calendar-turn"
      type="button"
      aria-label=${this.format(n,{month:`long`,year:`numeric`})}
      ?disabled=${!r}
      @click=${()=>this.go(n,!1)}
    >
      ${this.settings.options.icon(t)}
    </button>`}months(){let e=this.day.slice(0,4),t=Array.from({length:12},(e,t)=>String(t+1).padStart(2,`0`));return this.jump(`month`,t.map(t=>({value:t,label:this.format(`${e}-${t}-01`,{month:`long`}),disabled:this.clamp(`${e}-${t}-15`).slice(0,7)!==`${e}-${t}`})),this.day.slice(5,7),t=>`${e}-${t}-01`)}years(){let{min:e,max:t}=this.settings,n=Number(sr().slice(0,4)),r=Number(this.day.slice(0,4)),i=Number(e?.slice(0,4)??Math.min(r,n-Sr)),a=Math.max(i,Number(t?.slice(0,4)??Math.max(r,n+Cr))),o=Math.min(a-i+1,400),s=Array.from({length:o},(e,t)=>String(i+t).padStart(4,`0`));return this.jump(`year`,s.map(e=>({value:e,label:this.format(`${e}-06-15`,{year:`numeric`}),disabled:!1})),this.day.slice(0,4),e=>`${e}${this.day.slice(4,7)}-01`)}jump(e,t,n,r){return D`<select class="ck-w-calendar-jump" aria-label=${new Intl.DisplayNames(this.locale,{type:`dateTimeField`}).of(e)??e} @change=${e=>{e.stopPropagation(),this.go(r(e.target.value),!1)}}>
      ${t.map(({value:e,label:t,disabled:r})=>D`<option value=${e} ?disabled=${r} .selected=${e===n}>
            ${t}
          </option>`)}
    </select>`}go(e,t=!0){this.day=this.clamp(e),this.draw(),t&&this.focusPopup()}};customElements.get(`chatkit-date`)||customElements.define(`chatkit-date`,wr);function Tr(e,t,n){let r=ln(e,t,n,e.block===!0);return H(D`<chatkit-date
    class="ck-w-picker"
    .settings=${{...br(e,r,n),placeholder:M(e.placeholder)??n.options.t(`widget.choose`),defaultValue:ir(e.defaultValue)??``,min:ir(e.min),max:ir(e.max),side:I(e.side,[`top`,`bottom`,`left`,`right`])??`bottom`,align:I(e.align,[`start`,`center`,`end`])??`start`}}
    @change=${r=>n.change(e,t,r)}
  ></chatkit-date>`,r,t,n)}var Er=({key:e,id:t,name:n,editable:r})=>M(e)??M(t)??M(n)??(j(r)?M(r.name):void 0),G=e=>M(e.type)??``,Dr=40,Or=new WeakMap;function kr(e,t=0){let n=Or.get(e);if(n)return n;let r=new Set;if(t>Dr)return r;for(let n of F(e.children)){let e=Er(n);e!==void 0&&r.add(e);for(let e of kr(n,t+1))r.add(e)}return Or.set(e,r),r}var Ar=class{constructor(){this.before=new Map,this.now=new Map}begin(){this.before=this.now,this.now=new Map}place(e,t){let n=e.filter(e=>Er(e)===void 0),r=this.recognise(n,t);this.now.set(t,r);let i=new Map,a=0;return e.map(e=>{let n=Er(e);if(n===void 0)return r[a++];let o=jr(`${G(e)}-${n}`),s=i.get(o)??0;return i.set(o,s+1),{json:e,path:`${t}.${o}-${s}`}})}recognise(e,t){let n=this.before.get(t)??[],r=new Set(n),i=new Map;for(let e of n)for(let t of kr(e.json))i.set(`${G(e.json)} ${t}`,e);let a=e.map(e=>{let t=[...kr(e)].map(t=>i.get(`${G(e)} ${t}`)).find(e=>e&&r.has(e));return t&&r.delete(t),t?.path}),o=new Map;for(let{json:e,path:t}of r){let n=o.get(G(e));n?n.push(t):o.set(G(e),[t])}let s=new Set(n.map(e=>e.path)),c=0;return e.map((e,n)=>{let r=a[n]??o.get(G(e))?.shift();for(;r===void 0;){let n=`${t}.${jr(G(e))}--${c++}`;s.has(n)||(r=n)}return s.add(r),{json:e,path:r}})}},jr=e=>e.replace(/[.\s]/g,`_`),Mr=(e,t)=>`ck-w-${I(e.direction,[`row`,`col`])??t}`;function Nr(e,t,n){let r=bt(e),i=N(e.width??e.size);return i!==void 0&&(r[`min-width`]??=`min(${i}px, 33%)`),D`<div class=${Mr(e,`col`)} ${L(r)}>
    ${n.children(e,t)}
  </div>`}function Pr(e,t,n){return D`<div class="ck-w-row" ${L(bt(e))}>${n.children(e,t)}</div>`}function Fr(e,t,n){return D`<div class="ck-w-col" ${L(bt(e))}>${n.children(e,t)}</div>`}function Ir(e){let t=B(e.minSize);return D`<div
    class="ck-w-spacer"
    ${L({"flex-basis":t,"flex-shrink":t===void 0?void 0:`0`})}
  ></div>`}function Lr(e){let t={"border-color":V(e.color,`border`),"--ck-w-line":z(e.size),"--ck-w-around":B(e.spacing)};return D`<hr class=${e.flush===!0?`ck-w-divider ck-w-flush`:`ck-w-divider`} ${L(t)} />`}function Rr(e,t,n){return D`<div class="ck-w-row">${n.children(e,t)}</div>`}var zr=Un(e=>e.scrollIntoView({block:`nearest`}));function Br(e,{t,icon:n}){let r=e?.retry?D`<button class="ck-w-notice-retry" type="button" @click=${e.retry}>
        ${n(`retry`)}<span>${t(`action.retry`)}</span>
      </button>`:``;return D`<div class="ck-w-notice" role="status">${e?D`<div class=${`ck-w-notice-words${e.failed?` ck-w-failed`:``}`} ${zr}>
        ${e.failed?n(`error`):``}<span>${e.text}</span>${r}
      </div>`:``}</div>`}var Vr=[0,0,0],K=[255,255,255],q=(e,t,n)=>Math.min(n,Math.max(t,e)),Hr=e=>{let t=e/255;return t<=.04045?t/12.92:((t+.055)/1.055)**2.4},Ur=e=>{let t=e<=.0031308?e*12.92:1.055*e**(1/2.4)-.055;return q(Math.round(t*255),0,255)},Wr=(e,t,n)=>{let r=(e+.3963377774*t+.2158037573*n)**3,i=(e-.1055613458*t-.0638541728*n)**3,a=(e-.0894841775*t-1.291485548*n)**3;return[Ur(4.0767416621*r-3.3077115913*i+.2309699292*a),Ur(-1.2684380046*r+2.6097574011*i-.3413193965*a),Ur(-.0041960863*r-.7034186147*i+1.707614701*a)]},Gr=e=>{let[t,n,r]=e.map(Hr),i=Math.cbrt(.4122214708*t+.5363325363*n+.0514459929*r),a=Math.cbrt(.2119034982*t+.6806995451*n+.1073969566*r),o=Math.cbrt(.0883024619*t+.2817188376*n+.6299787005*r);return[.2104542553*i+.793617785*a-.0040720468*o,1.9779984951*i-2.428592205*a+.4505937099*o,.0259040371*i+.7827717662*a-.808675766*o]};function J(e,t,n){let r=n*Math.PI/180;return Wr(q(e,0,1),t*Math.cos(r),t*Math.sin(r))}function Y(e,t,n){let r=r=>Math.round(e[r]+(t[r]-e[r])*n);return[r(0),r(1),r(2)]}function Kr(e){let[t,n,r]=e.map(Hr);return .2126*t+.7152*n+.0722*r}function X(e,t){let[n,r]=[Kr(e),Kr(t)].sort((e,t)=>e-t);return(r+.05)/(n+.05)}function qr(e){return X(K,e)>=4.5?K:[10,10,10]}function Z(e,t,n){let r=e=>t.every(t=>X(e,t)>=n),[i,a,o]=Gr(e),s=t[0]??K,c=X(Vr,s)>=X(K,s)?-.01:.01;for(let t=i;t>0&&t<1;t+=c){let n=t===i?e:Wr(t,a,o);if(r(n))return n}return c<0?Vr:K}function Q(e){return`#${e.map(e=>e.toString(16).padStart(2,`0`)).join(``)}`}function Jr(e,t,n){let r=t*Math.min(n,1-n),i=t=>{let i=(t+e/30)%12,a=n-r*q(Math.min(i-3,9-i),-1,1);return Math.round(a*255)};return[i(0),i(8),i(4)]}function Yr(e,t){if(typeof CSS>`u`||!CSS.supports(`color`,e))return;let n=document.createElement(`canvas`);n.width=n.height=1;let r=n.getContext(`2d`);if(!r)return;for(let n of[Q(t),e])r.fillStyle=n,r.fillRect(0,0,1,1);let[i=0,a=0,o=0]=r.getImageData(0,0,1,1).data;return[i,a,o]}function Xr(e,t){if(typeof e!=`string`)return;let n=e.trim().toLowerCase(),r=/^#([0-9a-f]{3,4}|[0-9a-f]{6}|[0-9a-f]{8})$/.exec(n)?.[1];if(r){let e=r.length<5?r.replace(/./g,`$&$&`):r,n=t=>parseInt(e.slice(t*2,t*2+2),16),i=[n(0),n(1),n(2)];return e.length===8?Y(t,i,n(3)/255):i}let i=/^(rgb|hsl)a?\(([^)]*)\)$/.exec(n),a=i?.[2]?.split(/[\s,/]+/).filter(Boolean)??[],[o=0,s=0,c=0,l=1]=a.map((e,t)=>{let n=parseFloat(e),r=i?.[1]===`rgb`&&t<3?2.55:.01;return e.endsWith(`%`)?n*r:n});return i&&a.length>=3&&[o,s,c,l].every(Number.isFinite)?Y(t,i[1]===`hsl`?Jr((o%360+360)%360,q(s,0,1),q(c,0,1)):[o,s,c].map(e=>q(Math.round(e),0,255)),q(l,0,1)):Yr(n,t)}function Zr(e,t,n,r){return typeof e==`number`&&Number.isFinite(e)?Math.min(n,Math.max(t,e)):r}function Qr(e,t){let{grayscale:n,accent:r,surface:i}=e.color??{},a=Zr(n?.hue,0,360,265),o=Zr(n?.tint,0,9,1)*.004,s=Zr(n?.shade,-4,4,0),c=t?J(.225-s*.018,o,a):J(1-Math.max(0,s)*.012-o/6,o/3,a),l=Xr(i?.background,c)??c,u=X(l,K)>X(l,Vr),d=Z(J(u?.935-s*.008:.235-s*.015,o,a),[l],7),f=Xr(i?.foreground,l),p=f!==void 0&&X(f,l)>=4.5,m=p?f:d,h=p?void 0:[0,.25,.5,.75,1].map(e=>f&&Y(f,l,e)).find(e=>e&&X(m,e)>=5.5),g=h??(u?Y(l,m,.05):Y(l,K,.8)),ee=X(m,l)>=7,_=ee?m:qr(m),v=u?Y(l,Vr,.22):Y(l,_,.025),te=Y(h??l,_,u?.09:.05),ne=[l,g,v,te],y=(e,t)=>Q(Z(Y(l,m,e),ne,t)),re=J(.55,.19,258),ie={danger:J(.57,.2,26),warning:J(.66,.15,62),success:J(.58,.14,150),info:re,discovery:J(.55,.2,300)},ae=e=>ee?Y(l,e,u?.18:.09):te,oe=[...ne,...Object.values(ie).map(ae)],b=Xr(r?.primary,l),x=b?Zr(r?.level,0,3,1):0,S=b&&x>0?Z(b,[l],1.3):m,se=Z(b??re,oe,4.5),C=Z(b??re,oe,3),w=b&&x>=3?b:b&&x>=2?Y(l,b,.16):h??te,ce=X(m,w)>=7?m:qr(w),T={surface:Q(l),"surface-raised":Q(g),"surface-sunken":Q(v),"surface-muted":Q(te),"surface-hover":$(m,.06),"surface-pressed":$(m,.1),scrim:$(Vr,u?.6:.32),text:Q(m),"text-secondary":y(.74,5.5),"text-tertiary":y(.55,4.5),"text-disabled":Q(Y(l,m,.42)),"border-subtle":$(m,.08),border:$(m,.13),"border-strong":$(m,.24),"border-control":Q(Z(Y(l,m,.4),[l,g],3)),accent:Q(S),"accent-hover":Q(Y(S,qr(S),.14)),"accent-soft":$(b??m,u?.18:.09),"on-accent":Q(qr(S)),link:Q(se),focus:Q(C),bubble:Q(w),"on-bubble":Q(ce),selection:$(C,.28),"shadow-sm":u?`0 1px 2px rgb(0 0 0/.32)`:`0 1px 2px rgb(0 0 0/.05)`,"shadow-md":u?`0 2px 4px rgb(0 0 0/.24), 0 8px 24px rgb(0 0 0/.32)`:`0 1px 2px rgb(0 0 0/.04), 0 6px 20px rgb(0 0 0/.06)`,"shadow-lg":u?`0 4px 12px rgb(0 0 0/.32), 0 24px 56px rgb(0 0 0/.48)`:`0 4px 12px rgb(0 0 0/.06), 0 20px 48px rgb(0 0 0/.14)`};for(let[e,t]of Object.entries(ie)){let n=ae(t);T[e]=Q(Z(t,[K],4.5)),T[`on-${e}`]=`#ffffff`,T[`${e}-text`]=Q(Z(t,[...ne,n],4.5)),T[`${e}-soft`]=Q(n),T[`${e}-border`]=Q(Y(l,t,.34))}return T}function $(e,t){return`rgb(${e.join(` `)}/${t})`}function $r(e){let t=e.colorScheme===`dark`;return{light:t?` `:`initial`,dark:t?`initial`:` `,...Qr(e,t)}}var ei=5,ti=new WeakMap,ni={};function ri(e,t){let n=I(e.theme,[`light`,`dark`]);if(!n||globalThis.matchMedia?.(`(forced-colors: active)`).matches)return{};let r=t.options.theme,i=typeof r==`object`?r:ni,a=ti.get(i)??{};return ti.set(i,a),a[n]??=ii(n,i)}function ii(e,{color:t={}}){let{grayscale:n,accent:r}=t,i={colorScheme:e,color:{...n&&{grayscale:n},...r&&{accent:r}}},a=Object.entries($r(i)).map(([e,t])=>[`--ck-${e}`,t]);return{...Object.fromEntries(a),"color-scheme":e}}function ai(e,t){if(!j(e.status))return``;let{favicon:n,icon:r,frame:i}=e.status,a=M(n),{icon:o,allowedImageDomains:s}=t.options,c=``;return a!==void 0&&Rt(a,s)?c=D`${Pt(a,D`<img
        class=${i===!0?`ck-w-favicon ck-w-frame`:`ck-w-favicon`}
        src=${a}
        alt=""
        referrerpolicy="no-referrer"
        @error=${e=>{let t=e.target;t.hidden=!0,t.nextElementSibling?.removeAttribute(`hidden`)}}
      /><span class="ck-w-icon" hidden>${o(`globe`)}</span>`)}`:a===void 0?M(r)&&(c=o(M(r)??`dot`)):c=o(`globe`),D`${c}<span class="ck-w-status-text" dir=${Kt(e.status.text)}
      >${M(e.status.text)}</span
    >`}function oi(e,t){return j(e.status)?D`<div class="ck-w-status">${ai(e,t)}</div>`:``}function si(e,t,n){let r=e.asForm===!0,i=j(e.confirm)||j(e.cancel)?D`<div class="ck-w-card-actions">
          ${hn(e.cancel,`cancel`,t,!1,n)}
          ${hn(e.confirm,`confirm`,t,r,n)}
        </div>`:``,a=D`<div class="ck-w-card-body" ${L({...at(`padding`,e.padding),...ot({padding:e.padding})})}>
      ${n.children(e,t)}
    </div>
    ${i}`;return r?D`<form class="ck-w-card-form" novalidate @submit=${r=>{let i=j(e.confirm)?e.confirm.action:void 0;n.submit(i,`${t}.confirm`,r)}}>${a}</form>`:a}function ci(e,t,n){let r=I(e.size,[`sm`,`md`,`lg`,`full`])??`md`,i={...ri(e,n),...lt(e.border),background:V(e.background,`surface`)},a=`ck-w-card ck-w-card-${r}`;if(e.collapsed===!0){let r=j(e.status)?ai(e,n):D`<span class="ck-w-status-text"
          >${$e(e).split(`
`)[0]||n.options.t(`widget.label`)}</span
        >`;return D`<details class=${`${a} ck-w-collapsed`} ${L(i)}>
      <summary>${r}${n.options.icon(`chevron-down`)}</summary>
      ${si(e,t,n)}
    </details>`}return D`<div class=${a} ${L(i)}>
    ${oi(e,n)} ${si(e,t,n)}
  </div>`}function li(e,t,n){let r=n.placed(F(e.children),t),i=e.limit===`auto`?ei:P(e.limit,1,1e3),a=i===void 0||n.isExpanded(t)?0:Math.max(0,r.length-i),o=r.slice(0,r.length-a),s=a?D`<button class="ck-w-more" type="button" @click=${e=>n.expand(t,e.currentTarget.previousElementSibling)}>
        ${n.options.t(`widget.showMore`,{n:a})}${n.options.icon(`chevron-down`)}
      </button>`:``;return D`<div class="ck-w-card ck-w-list" ${L(ri(e,n))}>
    ${oi(e,n)}
    <ul>
      ${Ye(o,e=>e.path,e=>D`<li>${n.draw(e.json,e.path)}</li>`)}
    </ul>
    ${s}
  </div>`}function ui(e,t,n){let r=j(e.onClickAction)?e.onClickAction:void 0,i=bt({gap:e.gap,align:e.align}),a=n.children(e,t);if(!r)return D`<div class="ck-w-item" ${L(i)}>${a}</div>`;let o=n.isBusy(t),s=n.fieldId(`${t}-content`);return D`<div class=${`ck-w-item ck-w-clickable${o?` ck-w-busy`:``}`}>
    <button
      class="ck-w-item-button"
      type="button"
      aria-labelledby=${s}
      aria-disabled=${o?`true`:k}
      data-path=${t}
      @click=${e=>n.run(r,t,e.currentTarget,`self`)}
    ></button>
    <div class="ck-w-item-content" id=${s} ${L(i)}>${a}</div>
    ${o?D`<span class="ck-w-spinner" aria-hidden="true"></span>`:``}
  </div>`}function di(e,t,n){let r=I(e.direction,[`row`,`col`])??`col`,{gap:i,padding:a,align:o,justify:s}=e,c={...ri(e,n),...bt({gap:i,padding:a,align:o,justify:s})};return D`<div class=${`ck-w-basic ck-w-${r}${`color-scheme`in c?` ck-w-themed`:``}`} ${L(c)}>
    ${n.children(e,t)}
  </div>`}var fi=15,pi=e=>e.normalize(`NFD`).replace(/\p{M}/gu,``).toLocaleLowerCase();function mi(e,t){let n=pi(t.trim());return e.filter(({label:e,description:t=``})=>pi(`${e} ${t}`).includes(n))}var hi=8,gi=700,_i=class extends xr{constructor(...e){super(...e),this.icon=`chevron-down`,this.popupRole=`listbox`,this.query=``,this.active=-1,this.typed={words:``,at:-700},this.onSearch=e=>{this.query=e.target.value,this.active=this.found.findIndex(({disabled:e})=>!e),this.draw(),this.showActive()},this.onKey=e=>{let{found:t,active:n}=this,r=t.length-1,i=e.timeStamp-this.typed.at<gi,a=e.key===` `&&!this.settings.searchable&&!i,o={ArrowDown:n+1,ArrowUp:n-1,PageDown:Math.min(r,n+hi),PageUp:Math.max(0,n-hi),...this.settings.searchable?{}:{Home:0,End:r}}[e.key];e.isComposing||(e.key===`Enter`||e.key===`Tab`||a?(e.preventDefault(),e.key===`Tab`?this.close():this.pick(t[n])):o===void 0?!this.settings.searchable&&e.key.length===1&&!e.ctrlKey&&(e.preventDefault(),this.typeAhead(e.key,e.timeStamp)):(e.preventDefault(),this.activate(r<0?-1:(o+r+1)%(r+1)),this.showActive()))}}get found(){return mi(this.settings.choices,this.query)}valueText(){let{choices:e}=this.settings;return e.find(({value:e})=>e===this.value)?.label??this.value}prepare(){this.query=``;let e=this.found.findIndex(({value:e})=>e===this.value);this.active=e<0?this.found.findIndex(({disabled:e})=>!e):e}focusPopup(){this.querySelector(`dialog :is(input, [role=listbox])`)?.focus(),this.showActive()}popup(){let{id:e,label:t,searchable:n,options:r}=this.settings,{found:i}=this,a=i[this.active]?`${e}-option-${this.active}`:k,o=D`<div
      class="ck-w-options"
      id=${`${e}-popup`}
      role="listbox"
      aria-label=${t}
      tabindex=${n?-1:0}
      aria-activedescendant=${n?k:a}
      @keydown=${n?k:this.onKey}
    >
      ${i.map((e,t)=>this.option(e,t))}
    </div>`,s=D`<p class="ck-w-no-options" role="status">
      ${i.length===0?r.t(`composer.noResults`):``}
    </p>`;return n?D`<div class="ck-w-search">
        ${r.icon(`search`)}<input
          type="text"
          role="combobox"
          aria-label=${t}
          aria-expanded="true"
          aria-autocomplete="list"
          aria-controls=${`${e}-popup`}
          aria-activedescendant=${a}
          autocomplete="off"
          spellcheck="false"
          .value=${this.query}
          @input=${this.onSearch}
          @keydown=${this.onKey}
        />
      </div>
      ${o}${s}`:o}option(e,t){let{id:n,options:r}=this.settings,i=e.value===this.value;return D`<div
      class=${`ck-w-option${t===this.active?` ck-w-active`:``}`}
      id=${`${n}-option-${t}`}
      role="option"
      aria-selected=${String(i)}
      aria-disabled=${e.disabled?`true`:k}
      @click=${()=>this.pick(e)}
      @pointermove=${()=>this.activate(t)}
    >
      <span class="ck-w-option-words"
        ><span>${e.label}</span>${e.description?D`<span class="ck-w-option-description">${e.description}</span>`:``}</span
      >${i?r.icon(`check`):``}
    </div>`}pick(e){e&&!e.disabled&&this.choose(e.value)}activate(e){e!==this.active&&(this.active=e,this.draw())}showActive(){this.querySelector(`.ck-w-active`)?.scrollIntoView({block:`nearest`})}typeAhead(e,t){let n=t-this.typed.at<gi?this.typed.words+e:e;this.typed={words:n,at:t};let r=e=>pi(e.label).startsWith(pi(n)),i=n.length===1?this.active+1:Math.max(0,this.active),{found:a}=this,o=[...a.slice(i),...a.slice(0,i)].find(r);o&&this.activate(a.indexOf(o)),this.showActive()}};customElements.get(`chatkit-select`)||customElements.define(`chatkit-select`,_i);function vi(e,t,n){let r=ln(e,t,n,e.block===!0),{t:i}=n.options,a=F(e.options).map(e=>{let t=M(e.value)??``;return{value:t,label:M(e.label)??t,description:M(e.description),disabled:e.disabled===!0}}),o=a.length>fi;return H(D`<chatkit-select
    class="ck-w-picker"
    .settings=${{...br(e,r,n),placeholder:M(e.placeholder)??i(`widget.choose`),defaultValue:M(e.defaultValue)??``,choices:a,searchable:typeof e.searchable==`boolean`?e.searchable:o}}
    @change=${r=>n.change(e,t,r)}
  ></chatkit-select>`,r,t,n)}var yi={xs:`4rem`,sm:`6rem`,md:`9rem`,lg:`13rem`,xl:`18rem`},bi={start:`top`,center:`middle`,end:`bottom`},xi={start:`flex-start`,center:`center`,end:`flex-end`},Si=[`start`,`center`,`end`];function Ci(e){let t=M(e.colSize)??``,n=z(e.width)??(Object.hasOwn(yi,t)?yi[t]:void 0),r=I(e.align,Si);return{...at(`padding`,e.padding),width:n,"min-width":n?.endsWith(`%`)?void 0:n,"text-align":r,"--ck-w-align":r===void 0?void 0:xi[r],"vertical-align":bi[I(e.vAlign,Si)??`center`]}}function wi({json:e,path:t},n,r){let i=P(e.colSpan,1,100)??1,a=i>1?i:k,o=P(e.rowSpan,1,100)??k,s=D`<div class="ck-w-cell">${n.children(e,t)}</div>`,c=i>1?`colgroup`:`col`;return r&&$e(e)?D`<th scope=${c} colspan=${a} rowspan=${o} ${L(Ci(e))}
        >${s}</th
      >`:D`<td colspan=${a} rowspan=${o} ${L(Ci(e))}>${s}</td>`}function Ti(e,t){return D`${Ye(e,({path:e})=>e,({json:e,path:n})=>D`<tr>
        ${Ye(t.placed(F(e.children),n),e=>e.path,n=>wi(n,t,e.header===!0))}
      </tr>`)}`}function Ei(e,t,n){let r=n.placed(F(e.children),t),i=r.findIndex(e=>e.json.header!==!0),a=r.slice(0,i<0?r.length:i);return D`<div class="ck-w-table" role="group" aria-label=${n.options.t(`table.label`)} tabindex="0">
    <table>
      ${a.length>0?D`<thead>${Ti(a,n)}</thead>`:``}
      <tbody>
        ${Ti(r.slice(a.length),n)}
      </tbody>
    </table>
  </div>`}var Di=Le(class extends Re{constructor(...e){super(...e),this.target=0}render(e){return O}update(e,[t]){let n=e.element,r=n.offsetHeight,i=this.child===void 0,a=this.child!==t;this.child=t;let o=n.getClientRects().length>0;return!i&&o&&queueMicrotask(()=>this.settle(n,r,a)),O}settle(e,t,n){let r=getComputedStyle(e),i=parseFloat(r.getPropertyValue(`--ck-motion-medium`)),{moving:a}=this,o=a?.playState===`running`?a.currentTime:null;a?.cancel();let s=e.offsetHeight,c=!n&&s===this.target;if(a&&c&&o!==null){a.play(),a.currentTime=o;return}if(this.target=s,!i||t===s&&!n)return;let l=r.getPropertyValue(`--ck-ease`)||`ease`,u={height:`${t}px`,overflow:`clip`,opacity:+!n},d={height:`${s}px`,overflow:`clip`,opacity:1};this.moving=e.animate([u,d],{duration:i,easing:l})}});function Oi(e,t,n){let r=n.placed(F(e.children).slice(0,1),t)[0];return D`<div class="ck-w-transition" ${Di(r?.path??``)}>
    ${r?n.children(e,t):``}
  </div>`}function ki(e){for(let t of[`v`,`u`])try{return RegExp(`^(?:${e})$`,t)}catch{continue}}function Ai({dataset:e,value:t}){return!e.pattern||t===``?!1:ki(e.pattern)?.test(t)===!1}var ji=e=>getComputedStyle(e.parentElement??e).direction===`rtl`?`⁦https://⁩`:`https://`;function Mi(e,t){if(e.matches(`:disabled`))return``;let{validity:n}=e;return n.badInput?t(`input.number`):n.valueMissing?t(`input.required`):n.typeMismatch?e.type===`url`?t(`input.url`,{start:ji(e)}):t(`input.email`):!n.valid||Ai(e)?t(`input.format`):``}var Ni=`0 1 2 3 4 5 6`.split(` `),Pi=[`CanvasText`,`Highlight`,`LinkText`,`GrayText`],Fi=`
.ck-w:focus { outline: none; }
.ck-w-notice { color: var(--ck-text-secondary); font-size: var(--ck-text-sm); }
.ck-w-notice-words { display: flex; flex-wrap: wrap; align-items: center; gap: calc(var(--ck-unit) * 1.5); margin-block-start: calc(var(--ck-unit) * 2); animation: ck-w-appear var(--ck-motion-fast) var(--ck-ease); }
.ck-w-failed { color: var(--ck-danger-text); }
.ck-w-notice-words > .ck-icon { flex: none; width: 1.15em; height: 1.15em; }
.ck-w-notice-words > span { flex: 0 1 auto; min-width: 0; }
.ck-w-notice-retry {
  display: inline-flex; align-items: center; gap: 0.4em; min-height: var(--ck-control-sm); padding: 0 0.75em; border: 1px solid var(--ck-border-control);
  border-radius: var(--ck-radius-control); background: none; color: var(--ck-text); font: inherit; font-weight: 500; cursor: pointer; transition: background var(--ck-motion-fast);
}
.ck-w-notice-retry:hover { background: var(--ck-surface-hover); }
.ck-w-notice-retry > .ck-icon { width: 1.1em; height: 1.1em; }
.ck-w-item-button[aria-disabled] { cursor: progress; }
.ck-w-item-button[aria-disabled]:is(:hover, :active) { background: none; }

.ck-w-entry { position: relative; display: flex; flex-direction: column; align-items: flex-start; width: fit-content; min-width: 0; max-width: 100%; }
.ck-w-entry.ck-w-block { align-items: stretch; width: 100%; }
.ck-w-row > .ck-w-entry.ck-w-block { flex: 1 1 8em; width: auto; }
.ck-w-label + .ck-w-entry { margin-block-start: calc(var(--ck-unit) * -1.5); }
.ck-w-row > .ck-w-label + .ck-w-entry { margin-block-start: 0; }
.ck-w-entry[inert] > :first-child { opacity: 0.5; }
.ck-w-problem { display: flex; align-items: flex-start; gap: 0.4em; margin-block-start: calc(var(--ck-unit) * 1.25) !important; color: var(--ck-danger-text); font-size: var(--ck-text-sm); line-height: 1.35; }
.ck-w-problem .ck-icon { flex: none; width: 1.1em; height: 1.1em; margin-block-start: 0.12em; }

.ck-w-field, .ck-w-editable {
  min-width: 0; max-width: 100%; min-height: var(--h); padding: 0 var(--p); color: var(--ck-text); font: inherit;
  font-size: calc(var(--ck-text-md) * var(--f)); border: 1px solid var(--ck-border-control);
  border-radius: min(10px, var(--ck-radius-control)); background: var(--ck-surface);
  transition: border-color var(--ck-motion-fast), background var(--ck-motion-fast);
}
.ck-w-block > .ck-w-field, .ck-w-block > .ck-w-picker { width: 100%; }
[dir="rtl"] .ck-w-field[dir="ltr"] { text-align: end; }
.ck-w-field:hover { border-color: var(--ck-text-secondary); }
.ck-w .ck-w-field:focus-visible { outline-offset: -1px; }
.ck-w-field-soft { background: var(--ck-surface-muted); border-color: transparent; border-block-end-color: var(--ck-border-control); }
.ck-w-field-solid { background: var(--ck-surface-muted); }
.ck-w-field-ghost { background: transparent; border-color: transparent; }
.ck-w-field-ghost:hover { background: var(--ck-surface-hover); border-color: transparent; }
.ck-w-field::placeholder, .ck-w-editable::placeholder { color: var(--ck-text-tertiary); opacity: 1; }
.ck-w-field:disabled { opacity: 0.55; cursor: not-allowed; }
.ck-w :is(.ck-w-field, .ck-w-editable)[aria-invalid="true"] { border-color: var(--ck-danger-text); box-shadow: 0 0 0 1px var(--ck-danger-text); }
.ck-w-textarea { padding-block: 0.55em; line-height: 1.45; resize: vertical; max-height: 24em; }
.ck-w-textarea.ck-w-pill { border-radius: min(16px, var(--ck-radius-control)); }
.ck-w-editable { min-height: 0; padding: 0.1em 0.3em; margin-inline: -0.3em; max-width: none; border-color: transparent; background: none; resize: none; overflow: hidden; --f: 0.95; }
.ck-w-editable:hover { background: var(--ck-surface-hover); }

.ck-w-choice { display: inline-flex; align-items: flex-start; gap: 0.55em; font-size: calc(var(--ck-text-md) * 0.925); cursor: pointer; }
.ck-w-choice > input { flex: none; width: 1.15em; height: 1.15em; margin: 0.14em 0 0; accent-color: var(--ck-accent); cursor: inherit; }
.ck-w-choice[data-disabled] { color: var(--ck-text-disabled); cursor: not-allowed; }
.ck-w-choice > input[aria-invalid="true"], .ck-w-radios[aria-invalid="true"] input { outline: 2px solid var(--ck-danger-text); outline-offset: 1px; border-radius: 4px; }
@media (pointer: coarse) { .ck-w-choice { padding-block: 0.5em; } }
.ck-w .ck-w-radios { display: flex; flex-wrap: wrap; align-items: flex-start; gap: calc(var(--ck-unit) * 2) calc(var(--ck-unit) * 4); }

.ck-w-picker { position: relative; display: inline-flex; min-width: 0; max-width: 100%; }
.ck-w-picker-button { display: inline-flex; align-items: center; justify-content: space-between; gap: 0.5em; min-width: min(9em, 100%); text-align: start; cursor: pointer; }
.ck-w-block > .ck-w-picker > .ck-w-picker-button { width: 100%; }
.ck-w-picker-button.ck-w-pill { border-radius: var(--ck-radius-control); }
.ck-w-picker-button > span { min-width: 0; overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
.ck-w-picker-button[data-clearable] > span { margin-inline-end: 1.5em; }
.ck-w-placeholder { color: var(--ck-text-tertiary); }
.ck-w-picker-button > .ck-icon { flex: none; width: 1.1em; height: 1.1em; color: var(--ck-text-tertiary); }
.ck-w-picker-clear {
  position: absolute; inset-block: 0; inset-inline-end: calc(0.9em + 20px); width: 24px; height: 24px; margin-block: auto; padding: 4px; border: 0;
  border-radius: var(--ck-radius-full); background: none; color: var(--ck-text-tertiary); cursor: pointer; line-height: 0;
}
.ck-w-picker-clear:hover { background: var(--ck-surface-hover); color: var(--ck-text); }
.ck-w-picker-clear > .ck-icon { width: 100%; height: 100%; }

.ck-w-popup {
  position: fixed; inset: auto; max-width: calc(100vw - 16px); max-height: calc(100vh - 16px); margin: 0; padding: 0; overflow: auto; color: var(--ck-text);
  border: 1px solid var(--ck-border); border-radius: min(14px, var(--ck-radius-md)); background: var(--ck-surface-raised);
  box-shadow: var(--ck-shadow-lg); font-size: calc(var(--ck-text-md) * 0.9); animation: ck-w-appear var(--ck-motion-fast) var(--ck-ease);
}
.ck-w-popup::backdrop { background: none; }
@keyframes ck-w-appear { from { opacity: 0; transform: translateY(-4px); } }
.ck-w-options { max-height: min(20em, 60vh); padding: 5px; overflow-y: auto; overscroll-behavior: contain; }
.ck-w .ck-w-options:focus-visible { outline: none; }
.ck-w-option { display: flex; align-items: center; justify-content: space-between; gap: 1em; padding: 0.5em 0.7em; border-radius: min(9px, var(--ck-radius-sm)); cursor: pointer; }
.ck-w-option.ck-w-active { background: var(--ck-surface-hover); }
.ck-w-option[aria-disabled] { color: var(--ck-text-disabled); cursor: not-allowed; }
.ck-w-option-words { display: flex; flex-direction: column; min-width: 0; }
.ck-w-option-description { color: var(--ck-text-secondary); font-size: 0.88em; }
.ck-w-option[aria-disabled] .ck-w-option-description { color: inherit; }
.ck-w-option > .ck-icon { flex: none; width: 1.1em; height: 1.1em; }
.ck-w-search { display: flex; align-items: center; gap: 0.5em; padding: 0.55em 0.85em; border-block-end: 1px solid var(--ck-border-subtle); }
.ck-w-search > .ck-icon { flex: none; width: 1.1em; height: 1.1em; color: var(--ck-text-tertiary); }
.ck-w-search > input { flex: 1; min-width: 0; border: 0; padding: 0.15em 0; background: none; color: inherit; font: inherit; }
.ck-w .ck-w-search > input:focus-visible { outline: none; }
.ck-w-no-options:not(:empty) { padding: 0 1em 0.9em; color: var(--ck-text-secondary); }

.ck-w-calendar { display: flex; flex-direction: column; gap: 6px; width: max-content; margin-inline: auto; padding: 10px; }
.ck-w-calendar-head { display: flex; align-items: center; justify-content: space-between; }
.ck-w-calendar-month { display: flex; gap: 2px; }
.ck-w-calendar-jump { padding: 0.3em 0.2em; border: 0; border-radius: var(--ck-radius-xs); background: none; color: inherit; font: inherit; font-weight: 600; cursor: pointer; }
.ck-w-calendar-jump:hover { background: var(--ck-surface-hover); }
.ck-w-calendar-jump option { background: var(--ck-surface-raised); color: var(--ck-text); }
.ck-w-calendar-turn { width: 32px; height: 32px; padding: 7px; border: 0; border-radius: var(--ck-radius-full); background: none; color: var(--ck-text-secondary); cursor: pointer; line-height: 0; }
.ck-w-calendar-turn:hover:not(:disabled) { background: var(--ck-surface-hover); color: var(--ck-text); }
.ck-w-calendar-turn:disabled { color: var(--ck-text-disabled); cursor: not-allowed; }
.ck-w-calendar-turn > .ck-icon { width: 100%; height: 100%; }
[dir="rtl"] .ck-w-calendar-turn > .ck-icon { transform: scaleX(-1); }
.ck-w-calendar table { border-collapse: collapse; }
.ck-w-calendar th { padding: 4px 0; color: var(--ck-text-tertiary); font-size: 0.85em; font-weight: 500; text-align: center; }
.ck-w-calendar td { padding: 1px; }
.ck-w-day { width: 36px; height: 36px; padding: 0; border: 0; border-radius: min(10px, var(--ck-radius-full)); background: none; color: inherit; font: inherit; font-variant-numeric: tabular-nums; cursor: pointer; }
.ck-w-day:hover { background: var(--ck-surface-hover); }
.ck-w-other-month { color: var(--ck-text-tertiary); }
.ck-w-day[aria-current] { font-weight: 700; box-shadow: inset 0 0 0 1px var(--ck-border-strong); }
.ck-w-day[aria-disabled] { color: var(--ck-text-disabled); cursor: not-allowed; text-decoration: line-through; }
[aria-selected="true"] > .ck-w-day { background: var(--ck-accent); color: var(--ck-on-accent); }
.ck-w-calendar-today { align-self: center; padding: 0.4em 0.9em; border: 0; border-radius: var(--ck-radius-control); background: none; color: var(--ck-link); font: inherit; font-weight: 500; cursor: pointer; }
.ck-w-calendar-today:hover { background: var(--ck-surface-hover); }
@media (pointer: coarse) { .ck-w-day { width: 42px; height: 42px; } .ck-w-option { padding-block: 0.75em; } }
@media (forced-colors: active) {
  .ck-w-option.ck-w-active, [aria-selected="true"] > .ck-w-day { forced-color-adjust: none; background: Highlight; color: HighlightText; }
}
${`
.ck-w-chart {
  --ck-chart-blue: var(--ck-light, oklch(0.6 0.17 256)) var(--ck-dark, oklch(0.7 0.14 256));
  --ck-chart-purple: var(--ck-light, oklch(0.58 0.17 300)) var(--ck-dark, oklch(0.72 0.14 300));
  --ck-chart-orange: var(--ck-light, oklch(0.66 0.17 50)) var(--ck-dark, oklch(0.76 0.14 60));
  --ck-chart-green: var(--ck-light, oklch(0.62 0.14 155)) var(--ck-dark, oklch(0.76 0.14 158));
  --ck-chart-red: var(--ck-light, oklch(0.6 0.19 25)) var(--ck-dark, oklch(0.7 0.16 22));
  --ck-chart-yellow: var(--ck-light, oklch(0.66 0.135 85)) var(--ck-dark, oklch(0.84 0.14 92));
  --ck-chart-pink: var(--ck-light, oklch(0.62 0.19 352)) var(--ck-dark, oklch(0.75 0.14 350));
  position: relative; display: flex; flex-direction: column; gap: calc(var(--ck-unit) * 2); flex: none;
  width: 100%; min-width: 0; max-width: 100%; height: 15rem; margin: 0;
}
.ck-w-row > .ck-w-chart { flex: 1 1 0; width: auto; min-width: min(100%, 8rem); }
.ck-w-plot { position: relative; flex: 1 1 0; min-height: 0; touch-action: pan-y; -webkit-tap-highlight-color: transparent; }
.ck-w .ck-w-plot:focus-visible { outline-offset: 2px; border-radius: var(--ck-radius-xs); }
.ck-w-plot:focus:not(:focus-visible) { outline: none; }
.ck-w-plot > svg { position: absolute; inset: 0; display: block; overflow: visible; direction: ltr; animation: ck-w-fade var(--ck-motion-medium) var(--ck-ease); }
@keyframes ck-w-fade { from { opacity: 0; } }
.ck-w-plot[data-drawn] > svg { animation: none; }
.ck-w-grid > line { stroke: var(--ck-border-subtle); stroke-width: 1; }
.ck-w-grid > .ck-w-zero { stroke: var(--ck-border-strong); }
.ck-w-tick, .ck-w-category { fill: var(--ck-text-tertiary); font-size: calc(var(--ck-text-md) * 0.72); font-variant-numeric: tabular-nums; unicode-bidi: plaintext; }
.ck-w-category { text-anchor: middle; }
[dir="rtl"] .ck-w-tick { text-anchor: end; }
.ck-w-bar { fill: var(--ck-series); }
.ck-w-line { fill: none; stroke: var(--ck-series); stroke-width: 2; stroke-linecap: round; stroke-linejoin: round; }
.ck-w-area { fill: var(--ck-series); fill-opacity: 0.14; }
.ck-w-dot { fill: var(--ck-series); stroke: var(--ck-surface-raised); stroke-width: 2; }
.ck-w-shade { fill: var(--ck-surface-hover); }
.ck-w-hair { stroke: var(--ck-border-strong); stroke-width: 1; }
.ck-w-legend { display: flex; flex-wrap: wrap; flex: none; gap: 0.25em 1.1em; color: var(--ck-text-secondary); font-size: calc(var(--ck-text-md) * 0.8); }
.ck-w-legend-entry { display: inline-flex; align-items: center; gap: 0.45em; min-width: 0; }
.ck-w-swatch { flex: none; width: 0.7em; height: 0.7em; border-radius: 3px; background: var(--ck-series); }
.ck-w-tooltip {
  position: absolute; z-index: 1; width: max-content; min-width: 7em; max-width: min(100%, 18em); padding: 0.55em 0.75em; color: var(--ck-text);
  border: 1px solid var(--ck-border); border-radius: var(--ck-radius-sm); background: var(--ck-surface-raised); box-shadow: var(--ck-shadow-md);
  font-size: calc(var(--ck-text-md) * 0.8); line-height: 1.4; pointer-events: none;
}
.ck-w-tooltip[hidden] { display: none; }
.ck-w-tooltip-title { margin-block-end: 0.3em; color: var(--ck-text-secondary); font-weight: 500; }
.ck-w-tooltip-row { display: flex; align-items: center; gap: 0.5em; }
.ck-w-tooltip-label { flex: 1; min-width: 0; }
.ck-w-tooltip-row > strong { margin-inline-start: 0.8em; font-weight: 600; font-variant-numeric: tabular-nums; }
.ck-w-chart-empty { position: absolute; inset: 0; display: grid; place-items: center; color: var(--ck-text-tertiary); font-size: var(--ck-text-sm); }
.ck-w-chart[data-plain] > .ck-w-chart-table { position: static !important; width: auto; height: auto; margin: 0; overflow-x: auto; clip: auto; clip-path: none; white-space: normal; }
.ck-w-chart:not([data-plain]) > .ck-w-chart-table { overflow: hidden; }
.ck-w-chart[data-plain] { height: auto !important; aspect-ratio: auto !important; }
.ck-w-chart[data-plain] > :is(.ck-w-plot, .ck-w-legend) { display: none; }
@media (forced-colors: active) {
.ck-w-plot > svg, .ck-w-swatch { forced-color-adjust: none; }
.ck-w-tick, .ck-w-category { fill: CanvasText; }
.ck-w-grid > line { stroke: GrayText; }
.ck-w-bar { stroke: Canvas; }
.ck-w-shade { fill: none; stroke: Highlight; }
${Ni.map(e=>`.ck-w-chart [data-series="${e}"] { --ck-series: ${Pi[Number(e)%Pi.length]} !important; }
.ck-w-series[data-series="${e}"] .ck-w-line { stroke-dasharray: ${e===`0`?`none`:`${Number(e)*3} 3`}; }`).join(`
`)}
}
`}
.ck-w {
  container-type: inline-size; position: relative; isolation: isolate; max-width: 100%;
  color: var(--ck-text); font-size: var(--ck-text-md); line-height: 1.45; overflow-wrap: anywhere;
  transition: opacity var(--ck-motion-medium);
}
[dir="ltr"] .ck-w[dir="rtl"] > * { margin-inline: auto 0; }
.ck-w[data-busy] { opacity: 0.55; }
.ck-w *, .ck-w *::before, .ck-w *::after { box-sizing: border-box; }
:where(.ck-w) :is(p, h3, ul) { margin: 0; padding: 0; }
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
.ck-w-status-text { flex: 1; min-width: 0; }
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
.ck-w-clickable { position: relative; padding: 0; cursor: pointer; }
.ck-w-item-button { position: absolute; inset: 0; width: 100%; border: 0; padding: 0; background: none; cursor: pointer; transition: background var(--ck-motion-fast); }
.ck-w-item-button:hover { background: var(--ck-surface-hover); }
.ck-w-item-button:active { background: var(--ck-surface-pressed); }
.ck-w .ck-w-item-button:focus-visible { outline-offset: -3px; border-radius: var(--ck-radius-md); }
.ck-w-item-content {
  position: relative; display: flex; flex: 1; align-items: center; gap: calc(var(--ck-unit) * 3); min-width: 0;
  padding: calc(var(--ck-unit) * 3) var(--ck-w-pad); pointer-events: none;
}
.ck-w-item-content > :is(.ck-w-col, .ck-w-row) { min-width: 0; }
.ck-w-item-content :is(a, button, input, select, textarea, label, summary, .ck-w-table) { pointer-events: auto; }
.ck-w-item.ck-w-busy > .ck-w-item-content { opacity: 0.55; }
.ck-w-item > .ck-w-spinner { inset-inline-start: auto; inset-inline-end: var(--ck-w-pad); }
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
.ck-w-basic.ck-w-row > .ck-w-card { flex: 1 1 15rem; width: auto; }
.ck-w-spacer { flex: 1 1 auto; }
.ck-w-divider {
  align-self: stretch; flex: none; width: auto; margin: 0; margin-block: var(--ck-w-around, 0px);
  border: 0 solid var(--ck-border); border-block-start-width: var(--ck-w-line, 1px);
}
.ck-w-row > .ck-w-divider {
  margin-block: 0; margin-inline: var(--ck-w-around, 0px); border-block-start-width: 0; border-inline-start-width: var(--ck-w-line, 1px);
}
.ck-w .ck-w-flush {
  align-self: stretch; margin-left: calc(-1 * var(--ck-w-left, var(--ck-w-pad, 0px))); margin-right: calc(-1 * var(--ck-w-right, var(--ck-w-pad, 0px)));
}
.ck-w-transition { display: flex; flex-direction: column; min-width: 0; }
.ck-w-basic.ck-w-themed { padding: calc(var(--ck-unit) * 3); border-radius: var(--ck-radius-md); background: var(--ck-surface); }

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
.ck-w [dir="auto"] { text-align: -webkit-match-parent; text-align: match-parent; }
.ck-w .ck-w-at-start, [dir="rtl"] .ck-w .ck-w-at-end, .ck-w[dir="rtl"] .ck-w-at-end { text-align: left; }
.ck-w .ck-w-at-end, [dir="rtl"] .ck-w .ck-w-at-start, .ck-w[dir="rtl"] .ck-w-at-start { text-align: right; }
.ck-w-truncate { overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
.ck-w-clamp { display: -webkit-box; overflow: hidden; -webkit-box-orient: vertical; }
.ck-w-markdown { font-size: calc(var(--ck-text-md) * 0.95); min-width: 0; }
.ck-w-markdown .ck-md { line-height: 1.5; }
.ck-w-unknown { display: flex; flex-direction: column; gap: calc(var(--ck-unit) * 2); min-width: 0; }
.ck-w-unknown > .ck-w-text { color: var(--ck-text-secondary); }

.ck-w-icon { display: inline-flex; flex: none; font-size: 18px; }
.ck-w-icon .ck-icon { width: 1em; height: 1em; }
.ck-w-image {
  display: block; max-width: 100%; object-fit: cover; border-radius: var(--ck-radius-md); background: var(--ck-surface-muted);
}
.ck-w-image.ck-w-flush { max-width: none; border-radius: 0; }
.ck-w-card-body > .ck-w-image.ck-w-flush:first-child { margin-block-start: calc(-1 * var(--ck-w-pad)); }
.ck-w-image[hidden], .ck-w-broken[hidden], .ck-w-favicon[hidden], .ck-w-icon[hidden] { display: none; }
.ck-w-broken > span { min-width: 0; overflow: hidden; text-overflow: ellipsis; }
.ck-w-broken { justify-content: center; max-width: 100%; overflow: hidden; }
.ck-w-broken .ck-icon, .ck-w-image-link .ck-icon { flex: none; }
.ck-w-broken, .ck-w-image-link {
  display: inline-flex; align-items: center; align-self: flex-start; gap: 0.5em; padding: 0.5em 0.8em; border-radius: var(--ck-radius-md);
  background: var(--ck-surface-muted); color: var(--ck-text-secondary); font-size: var(--ck-text-sm);
}
.ck-w-image-place { flex-direction: column; justify-content: center; flex: none; overflow: hidden; max-width: 100%; padding: 0.5em; font-size: calc(var(--ck-text-md) * 0.72); line-height: 1.3; text-align: center; }
.ck-w-image-place > span { display: -webkit-box; -webkit-box-orient: vertical; -webkit-line-clamp: 3; min-width: 0; max-width: 100%; overflow: hidden; overflow-wrap: anywhere; }
a.ck-w-image-link { color: var(--ck-link); text-decoration: none; }
a.ck-w-image-link:hover { text-decoration: underline; }

.ck-w-tone-primary { --t: var(--ck-accent); --on: var(--ck-on-accent); --tt: var(--ck-text); --ts: var(--ck-accent-soft); --tb: var(--ck-border-strong); }
.ck-w-tone-secondary { --t: var(--ck-surface-muted); --on: var(--ck-text); --tt: var(--ck-text); --ts: var(--ck-surface-muted); --tb: var(--ck-border); }
.ck-w-tone-success { --t: var(--ck-success); --on: var(--ck-on-success); --tt: var(--ck-success-text); --ts: var(--ck-success-soft); --tb: var(--ck-success-border); }
.ck-w-tone-caution { --t: oklch(0.84 0.16 90); --on: oklch(0.27 0.05 80); --tt: var(--ck-warning-text); --ts: color-mix(in srgb, oklch(0.84 0.16 90) 12%, var(--ck-surface)); --tb: oklch(0.8 0.13 90); }
.ck-w-tone-danger { --t: var(--ck-danger); --on: var(--ck-on-danger); --tt: var(--ck-danger-text); --ts: var(--ck-danger-soft); --tb: var(--ck-danger-border); }
.ck-w-tone-warning { --t: var(--ck-warning); --on: var(--ck-on-warning); --tt: var(--ck-warning-text); --ts: var(--ck-warning-soft); --tb: var(--ck-warning-border); }
.ck-w-tone-info { --t: var(--ck-info); --on: var(--ck-on-info); --tt: var(--ck-info-text); --ts: var(--ck-info-soft); --tb: var(--ck-info-border); }
.ck-w-tone-discovery { --t: var(--ck-discovery); --on: var(--ck-on-discovery); --tt: var(--ck-discovery-text); --ts: var(--ck-discovery-soft); --tb: var(--ck-discovery-border); }
.ck-w-solid { background: var(--t); color: var(--on); border-color: transparent; }
.ck-w-soft { background: var(--ts); color: var(--tt); border-color: transparent; }
.ck-w-outline { background: transparent; color: var(--tt); border-color: var(--tb); }
.ck-w-ghost { background: transparent; color: var(--tt); border-color: transparent; }

.ck-w-badge {
  display: inline-flex; align-items: center; flex: none; width: fit-content; max-width: 100%; padding: 0.12em 0.6em; border-width: 1px; border-style: solid;
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
  width: fit-content; max-width: 100%; min-height: var(--h); padding: 0 var(--p); border-width: 1px; border-style: solid;
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
@media (pointer: coarse) { .ck-w-button, .ck-w-field { --h: 44px; } }

.ck-w-table { max-width: 100%; overflow-x: auto; font-size: calc(var(--ck-text-md) * 0.9); }
.ck-w-table table { width: 100%; border-collapse: collapse; }
.ck-w-table :is(th, td) { padding: calc(var(--ck-unit) * 2) calc(var(--ck-unit) * 2.5); text-align: start; font-weight: 400; font-variant-numeric: tabular-nums; overflow-wrap: break-word; }
.ck-w-table :is(th, td):first-child { padding-inline-start: 0; }
.ck-w-table :is(th, td):last-child { padding-inline-end: 0; }
.ck-w-cell { display: flex; flex-direction: column; gap: calc(var(--ck-unit) * 1); align-items: var(--ck-w-align, stretch); }
.ck-w-table thead { border-block-end: 1px solid var(--ck-border); }
.ck-w-table th, .ck-w-table th > .ck-w-cell > :is(.ck-w-text, .ck-w-title) { color: var(--ck-text-secondary); font-weight: 500; }
.ck-w-table tr + tr { border-block-start: 1px solid var(--ck-border-subtle); }
.ck-w-table .ck-w-number { text-align: end; }
`,Ii={Card:ci,ListView:li,ListViewItem:ui,Basic:di,Box:Nr,Row:Pr,Col:Fr,Form:xt,Spacer:Ir,Divider:Lr,Transition:Oi,Title:qt,Caption:Jt,Text:(e,t,n)=>j(e.editable)?er(e,e.editable,t,n):Yt(e),Markdown:Xt,Label:Gn,Badge:$t,Icon:en,Image:rn,Button:mn,Input:Xn,Textarea:$n,Select:vi,DatePicker:Tr,Checkbox:tr,RadioGroup:nr,Table:Ei,"Table.Row":Rr,"Table.Cell":Rr,Chart:Hn},Li=40,Ri=2e3,zi=0,Bi=class{constructor(e){this.options=e,this.element=document.createElement(`div`),this.prefix=`ck-w${zi+=1}`,this.labels=new Map,this.problems=new Map,this.expanded=new Set,this.markdownViews=new Map,this.places=new Ar,this.drawn=0,this.recheck=e=>{this.problems.size!==0&&Ct(e.target)&&(this.check(e.target),this.render())},this.lostFocus=null,this.element.className=`ck-w`,this.actions=new Ze(e,()=>this.render()),this.element.addEventListener(`input`,this.recheck),this.element.addEventListener(`change`,this.recheck),this.element.addEventListener(`keydown`,Ui)}update(e){e!==this.root&&this.actions.updated(),this.root=e,this.labels=new Map(Wi(e)),this.render()}render(){this.drawn=0,this.places.begin();let{isContainerBusy:e,notice:t}=this.actions,n=this.focused();this.element.inert=e,this.element.toggleAttribute(`data-busy`,e),this.element.setAttribute(`aria-busy`,String(e)),nt(this.root)?this.element.dir=`rtl`:this.element.removeAttribute(`dir`);let r=j(this.root)?this.draw(this.root,`0`):``,i=Mt(this.element);Me(D`${r} ${Br(t,this.options)}`,this.element),this.keepFocus(Nt(this.element,i,n)??n)}draw(e,t){if(this.drawn+=1,this.drawn>Ri||t.split(`.`).length>Li)return``;let n=M(e.type)??``,r=Object.hasOwn(Ii,n)?Ii[n]:void 0;try{return r?r(e,t,this):this.fallback(e,t)}catch{return this.fallback(e,t)}}placed(e,t){return this.places.place(e,t)}children(e,t){let n=Math.max(0,Ri-this.drawn);return D`${Ye(this.placed(F(e.children).slice(0,n),t).map(e=>({key:e.path,content:this.draw(e.json,e.path)})),({key:e})=>e,({content:e})=>e)}`}fallback(e,t){let n=$e({...e,children:void 0});return D`<div class="ck-w-unknown" data-type=${M(e.type)??``}>
      ${n?D`<p class="ck-w-text ck-w-text-md">${n}</p>`:``} ${this.children(e,t)}
    </div>`}fieldId(e){return`${this.prefix}-${encodeURIComponent(e)}`}labelOf(e){return this.labels.get(e)}isBusy(e){return this.actions.isBusy(e)}problem(e){return this.problems.get(e)}isExpanded(e){return this.expanded.has(e)}expand(e,t){let n=t.children.length;this.expanded.add(e),this.render();let r=t.children[n],i=r?.querySelector(`button, a, input, [tabindex]`);r&&!i&&(r.tabIndex=-1),(i??r)?.focus()}markdownView(e){let t=this.markdownViews.get(e);if(t)return t;let n=this.options.markdown();return n&&this.markdownViews.set(e,n),n}run(e,t,n,r){Vi(e)&&this.actions.run(e,()=>Ot(n),t,r)}change(e,t,n){let r=n.target;if(!Ct(r)||!Vi(e.onChangeAction))return;let i=e.onChangeAction,a=()=>void this.actions.run(i,()=>Ot(r),t,`none`,a);a()}submit(e,t,n){n.preventDefault(),n.stopPropagation();let r=n.target,i=wt(r).filter(e=>this.check(e));if(this.render(),i[0])return Hi(i[0]);let{submitter:a}=n,o=a?.getAttribute(`data-path`)??t;this.run(Vi(e)?e:fn(a),o,r,`container`)}check(e){let t=e.closest(`[data-entry]`)?.dataset.entry,n=Mi(e,this.options.t);return t===void 0||(n?this.problems.set(t,n):this.problems.delete(t)),n!==``}focused(){let{activeElement:e}=this.element.getRootNode();return e instanceof HTMLElement&&this.element.contains(e)?e:null}keepFocus(e){this.lostFocus=e??this.lostFocus;let t=this.lostFocus;if(!t||this.element.inert||t.closest(`[inert]`))return;this.lostFocus=null;let{activeElement:n}=document;if(n!==null&&n!==document.body)return;let r=this.element.contains(t)?t:this.element;r===this.element&&(r.tabIndex=-1),r.focus({preventScroll:!0})}},Vi=e=>j(e)&&typeof e.type==`string`;function Hi(e){(e.type===`hidden`?e.parentElement?.querySelector(`button`):e)?.focus()}function Ui(e){let t=e.target;if(e.key!==`Enter`||e.isComposing||!(t instanceof HTMLInputElement))return;let{form:n}=t;Ct(t)&&n&&!n.querySelector(`[type=submit]`)&&(e.preventDefault(),n.requestSubmit())}function Wi(e,t=0){if(!j(e)||t>Li)return[];let n=F(e.children).flatMap(e=>Wi(e,t+1));return e.type===`Label`?[[M(e.fieldName)??``,M(e.value)??``],...n]:n}function Gi(e){return new Bi(e)}export{Gi as createWidgetView,Fi as widgetStyles};