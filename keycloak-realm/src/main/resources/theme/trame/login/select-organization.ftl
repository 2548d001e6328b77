<#import "template.ftl" as layout>
<@layout.registrationLayout; section>
  <#if section == "header">
    ${msg("organization.select")}
  <#elseif section == "form">
    <form action="${url.loginAction}" method="post">
      <ul class="t-list" id="kc-user-organizations">
        <#list user.organizations as organization>
          <li>
            <button class="t-pick" type="submit" id="organization-${organization.alias}" name="kc.org" value="${organization.alias}">
              <span class="t-mono" aria-hidden="true">${(organization.name!organization.alias)?substring(0, 1)?upper_case}</span>
              <span class="t-pick__text"><b dir="auto">${organization.name!organization.alias}</b></span>
              <span class="t-i t-i-next" aria-hidden="true"></span>
            </button>
          </li>
        </#list>
      </ul>
    </form>
  </#if>
</@layout.registrationLayout>
