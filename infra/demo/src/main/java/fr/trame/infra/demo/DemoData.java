package fr.trame.infra.demo;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** The resources of the demonstration. */
final class DemoData {

    static final JsonMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private static final List<String> TENANTS = List.of("auvergne-rhone-alpes", "hauts-de-france", "fimme");

    private DemoData() {}

    static List<DemoTenant> tenants() throws IOException {
        var tenants = new ArrayList<DemoTenant>();
        for (var alias : TENANTS) {
            try (var json = open(alias + ".json")) {
                tenants.add(JSON.readValue(json, DemoTenant.class));
            }
        }
        return tenants;
    }

    static String text(String name) throws IOException {
        try (var text = open("texts/" + name)) {
            return new String(text.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    static InputStream open(String name) throws IOException {
        var resource = DemoData.class.getResourceAsStream("/demo/" + name);
        if (resource == null) {
            throw new IOException("The demonstration's resource demo/" + name + " is missing");
        }
        return resource;
    }
}
