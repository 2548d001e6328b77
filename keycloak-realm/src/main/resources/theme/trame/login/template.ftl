<#import "field.ftl" as field>
<#import "footer.ftl" as foot>

<#macro logo>
  <#local drawing>
    <svg viewBox="0 0 24 24" aria-hidden="true"><g class="warp"><rect x="5" y="1" width="4.4" height="13" rx="1.2"/><rect x="5" y="20.4" width="4.4" height="2.6" rx="1.2"/><rect x="14.6" y="1" width="4.4" height="2.6" rx="1.2"/><rect x="14.6" y="10" width="4.4" height="13" rx="1.2"/></g><g class="weft"><rect x="1" y="5" width="2.6" height="4.4" rx="1.2"/><rect x="10.8" y="5" width="12.2" height="4.4" rx="1.2"/><rect x="1" y="14.6" width="12.2" height="4.4" rx="1.2"/><rect x="20.4" y="14.6" width="2.6" height="4.4" rx="1.2"/></g></svg>
    <span>${realm.displayName!"Trame"}</span>
  </#local>
  <#if (client.baseUrl)?has_content>
    <a class="t-logo" href="${client.baseUrl}" aria-label="${msg("trameHome", realm.displayName!"Trame")}">${drawing}</a>
  <#else>
    <span class="t-logo">${drawing}</span>
  </#if>
</#macro>

<#macro languages>
  <#if realm.internationalizationEnabled && locale.supported?size gt 1>
    <details class="t-lang" id="kc-locale">
      <summary aria-label="${msg("trameLanguage", locale.current)}">
        <span class="t-i t-i-globe" aria-hidden="true"></span>
        <span>${locale.current}</span>
        <span class="t-i t-i-down" aria-hidden="true"></span>
      </summary>
      <ul>
        <#list locale.supported?sort_by("label") as choice>
          <li><a href="${choice.url}" lang="${choice.languageTag}" hreflang="${choice.languageTag}"<#if choice.languageTag == locale.currentLanguageTag> aria-current="true"</#if>>${choice.label}</a></li>
        </#list>
      </ul>
    </details>
  </#if>
</#macro>

<#-- Who is signing in, once the first step has said it. -->
<#macro whoami>
  <div class="t-whois">
    <b id="kc-attempted-username"><span class="sr">${msg("trameAccount")} </span><bdi>${auth.attemptedUsername}</bdi></b>
    <a id="reset-login" href="${url.loginRestartFlowUrl}">${msg("trameChangeAccount")}</a>
  </div>
</#macro>

<#macro pageMessage>
  <#local kind = message.type>
  <div class="t-alert t-alert--${kind}" role="${(kind == "error" || kind == "warning")?then("alert", "status")}">
    <span class="t-i ${(kind == "success")?then("t-i-check", "t-i-alert")}" aria-hidden="true"></span>
    <span class="kc-feedback-text">${message.summary}</span>
  </div>
</#macro>

<#-- A second submit button of a page: it asks Keycloak for another branch of the same step. -->
<#macro detour id name value label>
  <form id="kc-${id}-form" action="${url.loginAction}" method="post" novalidate>
    <button class="t-btn t-btn--block" id="${id}" type="submit" name="${name}" value="${value}">${msg(label)}</button>
  </form>
</#macro>

<#macro head heading>
  <meta charset="utf-8">
  <meta name="viewport" content="width=device-width, initial-scale=1">
  <meta name="color-scheme" content="light dark">
  <meta name="robots" content="noindex, nofollow">
  <title>${heading?replace("<[^>]*>", "", "r")?replace("\\s+", " ", "r")?trim?no_esc} – ${realm.displayName!"Trame"}</title>
  <link rel="icon" type="image/svg+xml" href="${url.resourcesPath}/img/favicon.svg">
  <#list properties.styles?split(" ") as style>
    <link rel="stylesheet" href="${url.resourcesPath}/${style}">
  </#list>
  <#-- The security key pages import this name; an import map cannot be an external file. -->
  <script type="importmap">{"imports": {"rfc4648": "${url.resourcesCommonPath}/vendor/rfc4648/rfc4648.js"}}</script>
  <#if scripts??>
    <#list scripts as script>
      <script src="${script}"></script>
    </#list>
  </#if>
  <script type="module" src="${url.resourcesPath}/js/passwordVisibility.js"></script>
  <script type="module" src="${url.resourcesPath}/js/trame.js"></script>
</#macro>

<#macro registrationLayout bodyClass="" displayInfo=false displayMessage=true displayRequiredFields=false>
<#local captured><#nested "header"></#local>
<#local heading = captured?is_markup_output?then(captured?markup_string, captured)?trim>
<#if !heading?has_content><#local heading = msg("loginAccountTitle")?esc?markup_string></#if>
<#local knownUser = auth?has_content && auth.showUsername() && !auth.showResetCredentials()>
<!DOCTYPE html>
<html lang="${lang}"<#if realm.internationalizationEnabled> dir="${locale.rtl?then("rtl", "ltr")}"</#if>>
<head>
<@head heading/>
</head>
<body id="keycloak-bg" class="t-auth ${bodyClass}" data-page-id="login-${pageId!}" data-session-url="${url.ssoLoginInOtherTabsUrl!}"<#if authenticationSession??> data-session-hash="${authenticationSession.authSessionIdHash}"</#if>>
<a class="t-skip" href="#contenu">${msg("trameSkip")}</a>
<aside class="t-auth__art" aria-label="${msg("tramePitchLabel")}">
  <div class="t-auth__pitch">
    <@logo/>
    <div>
      <p class="t-auth__lead">${msg("trameLead")}</p>
      <p class="t-auth__sub">${msg("trameSub")}</p>
    </div>
  </div>
</aside>
<div class="t-auth__side">
  <header class="t-auth__top"><@logo/><@languages/></header>
  <main id="contenu" tabindex="-1">
    <div class="t-login">
      <h1 id="kc-page-title">${heading?no_esc}</h1>
      <#nested "lead">
      <#if displayRequiredFields><p class="t-hint">${msg("requiredFields")}<span class="t-required" aria-hidden="true"> *</span></p></#if>
      <#if knownUser><#nested "show-username"><@whoami/></#if>
      <#-- An action somebody asked for needs no warning that it has to be done. -->
      <#if displayMessage && message?has_content && (message.type != "warning" || !isAppInitiatedAction??)><@pageMessage/></#if>
      <#nested "form">
      <#if auth?has_content && auth.showTryAnotherWayLink()><@detour id="try-another-way" name="tryAnotherWay" value="on" label="doTryAnotherWay"/></#if>
      <#if switchOrganizationEnabled?? && switchOrganizationEnabled><@detour id="switch-organization" name="switchOrganization" value="true" label="doSwitchOrganization"/></#if>
      <#nested "socialProviders">
      <#if displayInfo><div id="kc-info" class="t-below"><#nested "info"></div></#if>
    </div>
  </main>
  <@foot.content/>
</div>
</body>
</html>
</#macro>
