<#import "template.ftl" as layout>
<#import "buttons.ftl" as buttons>
<@layout.registrationLayout; section>
  <#if section == "header">
    ${msg("logoutConfirmTitle")}
  <#elseif section == "form">
    <p class="t-prose">${msg("logoutConfirmHeader")}</p>
    <form id="kc-logout-confirm" action="${url.logoutConfirmAction}" method="post">
      <input type="hidden" name="session_code" value="${logoutConfirm.code}">
      <div class="t-actions">
        <@buttons.button id="kc-logout" name="confirmLogout" label="doLogout"/>
        <#if !logoutConfirm.skipLink && (client.baseUrl)?has_content>
          <@buttons.buttonLink href=client.baseUrl label="backToApplication" class=["kcButtonSecondaryClass", "kcButtonBlockClass"]/>
        </#if>
      </div>
    </form>
  </#if>
</@layout.registrationLayout>
