<#macro show social>
  <div class="t-or"><span>${msg("identity-provider-login-label")}</span></div>
  <ul class="t-list" id="kc-social-providers">
    <#list social.providers as provider>
      <li><a class="t-btn t-btn--block" id="social-${provider.alias}" href="${provider.loginUrl}"><span class="t-i t-i-building" aria-hidden="true"></span><span>${msg("trameContinueWith", provider.displayName!provider.alias)}</span></a></li>
    </#list>
  </ul>
</#macro>
