<#-- Only the links somebody set: a dead link is worse than none. -->
<#macro content>
  <#local links = [["linkAccessibility", "trameAccessibility"], ["linkPrivacy", "tramePrivacy"], ["linkLegal", "trameLegal"], ["linkHelp", "trameHelp"]]?filter(pair -> properties[pair[0]]?has_content)>
  <#if links?has_content>
    <footer class="t-auth__foot">
      <ul>
        <#list links as pair>
          <li><a href="${properties[pair[0]]}">${msg(pair[1])}</a></li>
        </#list>
      </ul>
    </footer>
  </#if>
</#macro>
