<#-- Label above, help and error below, the error bound to its field. Same macros as keycloak.v2, so its pages use these. -->

<#macro errorLine id text>
  <p class="t-message" id="${id}" role="alert"><span class="t-i t-i-alert" aria-hidden="true"></span><span>${text}</span></p>
</#macro>

<#macro group name label error="" required=false forgotPassword=false>
  <div class="t-field">
    <div class="t-field__label">
      <label for="${name}">${label}<#if required><span class="t-required" aria-hidden="true"> *</span></#if></label>
      <#if forgotPassword><a href="${url.loginResetCredentialsUrl}">${msg("doForgotPassword")}</a></#if>
    </div>
    <#nested>
    <div class="t-field__error" id="input-error-container-${name}" aria-live="polite">
      <#if error?has_content><@errorLine id="input-error-${name}" text=error/></#if>
    </div>
  </div>
</#macro>

<#macro errorIcon error=""></#macro>

<#macro invalid name error><#if error?has_content>aria-invalid="true" aria-describedby="input-error-${name}"</#if></#macro>

<#macro input name label value="" required=false autocomplete="off" fieldName=name error=messagesPerField.get(fieldName) autofocus=false>
  <@group name=name label=label error=error required=required>
    <span class="t-input">
      <input id="${name}" name="${name}" value="${value}" type="text" autocomplete="${autocomplete}" dir="auto" spellcheck="false" autocapitalize="none"
             <#if autofocus>autofocus</#if> <#if autocomplete == "one-time-code">inputmode="numeric"</#if> <@invalid name=name error=error/>>
    </span>
  </@group>
</#macro>

<#macro password name label value="" required=false forgotPassword=false fieldName=name error=messagesPerField.get(fieldName) autocomplete="off" autofocus=false>
  <@group name=name label=label error=error required=required forgotPassword=forgotPassword>
    <span class="t-input t-input--end">
      <input id="${name}" name="${name}" value="${value}" type="password" autocomplete="${autocomplete}"
             <#if autofocus>autofocus</#if> <@invalid name=name error=error/>>
      <button class="t-iconbtn" type="button" id="${name}-show-password" aria-controls="${name}" aria-label="${msg("showPassword")}" data-password-toggle
              data-icon-show="t-i t-i-eye" data-icon-hide="t-i t-i-eye-off" data-label-show="${msg("showPassword")}" data-label-hide="${msg("hidePassword")}"><span class="t-i t-i-eye" aria-hidden="true"></span></button>
    </span>
  </@group>
  <#nested>
</#macro>

<#macro checkbox name label value=false required=false>
  <label class="t-check" for="${name}">
    <input type="checkbox" id="${name}" name="${name}" <#if value>checked</#if>>
    <span>${label}</span><#if required><span class="t-required" aria-hidden="true">*</span></#if>
  </label>
</#macro>

<#macro clipboard name label ariaLabel=label value="" readonly=true>
  <div class="t-field" id="kc-${name}-clipboard">
    <div class="t-group">
      <button class="t-iconbtn" type="button" id="kc-${name}-toggle" aria-label="${msg("code-clipboard-label")}" aria-expanded="false" aria-controls="kc-${name}-content"
              data-icon-expanded-class="t-i t-i-down" data-icon-collapsed-class="t-i t-i-next" data-expanded-class="t-expanded" data-class-expanded="t-expanded"><span class="t-i t-i-next" id="kc-${name}-toggle-icon" aria-hidden="true"></span></button>
      <span class="t-input t-readonly t-fill"><input id="${name}" name="${name}" value="${value}" type="text" <#if readonly>readonly</#if> aria-label="${ariaLabel}"></span>
      <button class="t-iconbtn" type="button" id="kc-${name}-copy-button" aria-label="${msg("code-copy-label")}" data-icon-success="t-i t-i-check" data-icon-failure="t-i t-i-alert"
              data-success-label="${msg("code-copy-success")}" data-failure-label="${msg("code-copy-failure")}"><span class="t-i t-i-copy" id="kc-${name}-copy-icon" aria-hidden="true"></span></button>
    </div>
    <div id="kc-${name}-content" hidden><pre><code aria-label="${ariaLabel}">${value}</code></pre></div>
  </div>
</#macro>

<#-- The name somebody signs in with: the same words on each page that asks for it. -->
<#function accountLabel>
  <#if !realm.loginWithEmailAllowed><#return msg("username")></#if>
  <#return realm.registrationEmailAsUsername?then(msg("email"), msg("usernameOrEmail"))>
</#function>

<#-- Unnamed, so never sent: it tells password managers which account the password belongs to. -->
<#macro knownAccount>
  <#if auth?has_content && auth.showUsername()><input type="text" value="${auth.attemptedUsername}" autocomplete="username" readonly hidden></#if>
</#macro>
