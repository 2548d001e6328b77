package fr.trame.admin.store;

import com.fasterxml.jackson.databind.node.ObjectNode;
import fr.trame.admin.ServiceFailure;
import fr.trame.admin.http.JsonHttp;
import io.minio.Checksum;
import io.minio.Signer;
import io.minio.Time;
import io.minio.Utils;
import io.minio.admin.Crypto;
import io.minio.errors.MinioException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.ZonedDateTime;
import java.util.Arrays;
import java.util.Base64;
import java.util.UUID;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import org.bouncycastle.crypto.InvalidCipherTextException;

/**
 * One MinIO service account per tenant, limited by its own policy to one bucket. Its access key follows from the
 * tenant, so an account whose secret was lost on the way is found and replaced.
 */
final class MinioIdentities implements Identities {

    private static final String REGION = "us-east-1";
    private static final int ACCESS_DIGITS = 19;
    private static final int SECRET_BYTES = 30;

    private final HttpUrl endpoint;
    private final StoreKey root;
    private final OkHttpClient http;

    MinioIdentities(String endpoint, StoreKey root, OkHttpClient http) {
        this.endpoint = HttpUrl.get(endpoint);
        this.root = root;
        this.http = http;
    }

    @Override
    public StoreKey issue(UUID tenant) {
        var key = new StoreKey(accessKey(tenant), randomSecret());
        send("DELETE", admin("delete-service-account").addQueryParameter("accessKey", key.access()), new byte[0], 404);
        send("PUT", admin("add-service-account"), encrypted(account(tenant, key)), 200);
        return key;
    }

    @Override
    public boolean belongsTo(UUID tenant, StoreKey key) {
        return key.access().equals(accessKey(tenant));
    }

    @Override
    public String remark() {
        return "";
    }

    /** MinIO takes at most 20 characters; 76 bits of a random identifier do not meet by chance. */
    static String accessKey(UUID tenant) {
        return "t" + tenant.toString().replace("-", "").substring(0, ACCESS_DIGITS);
    }

    /** Objects of one bucket. The refusal of administration is said aloud: such accounts have escaped before. */
    static ObjectNode policy(String bucket) {
        var policy = JsonHttp.object().put("Version", "2012-10-17");
        var statements = policy.putArray("Statement");
        var onBucket = statements.addObject().put("Effect", "Allow");
        onBucket.putArray("Action").add("s3:GetBucketLocation").add("s3:ListBucket");
        onBucket.withArray("Action").add("s3:ListBucketMultipartUploads");
        onBucket.putArray("Resource").add("arn:aws:s3:::" + bucket);
        var onObjects = statements.addObject().put("Effect", "Allow");
        onObjects.putArray("Action").add("s3:GetObject").add("s3:PutObject").add("s3:DeleteObject");
        onObjects.withArray("Action").add("s3:AbortMultipartUpload").add("s3:ListMultipartUploadParts");
        onObjects.putArray("Resource").add("arn:aws:s3:::" + bucket + "/*");
        statements.addObject().put("Effect", "Deny").putArray("Action").add("admin:*");
        return policy;
    }

    private static ObjectNode account(UUID tenant, StoreKey key) {
        var bucket = ObjectStore.bucketOf(tenant);
        var account = JsonHttp.object()
                .put("accessKey", key.access())
                .put("secretKey", key.secret())
                .put("name", key.access())
                .put("description", bucket);
        account.set("policy", policy(bucket));
        return account;
    }

    private static String randomSecret() {
        var bytes = new byte[SECRET_BYTES];
        new SecureRandom().nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private byte[] encrypted(ObjectNode content) {
        try {
            return Crypto.encrypt(content.toString().getBytes(StandardCharsets.UTF_8), root.secret());
        } catch (InvalidCipherTextException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private HttpUrl.Builder admin(String command) {
        return endpoint.newBuilder().encodedPath("/minio/admin/v3/" + command);
    }

    private void send(String method, HttpUrl.Builder address, byte[] body, int... accepted) {
        var url = address.build();
        try (var response = http.newCall(signed(method, url, body)).execute()) {
            if (!response.isSuccessful() && Arrays.stream(accepted).noneMatch(status -> status == response.code())) {
                throw new ServiceFailure("MinIO: " + method + " " + url.encodedPath() + " answered " + told(response));
            }
        } catch (IOException | MinioException failed) {
            throw new ServiceFailure("MinIO at " + endpoint + ": " + failed.getMessage(), failed);
        }
    }

    private Request signed(String method, HttpUrl url, byte[] body) throws MinioException {
        var hash = sha256(body);
        var request = new Request.Builder()
                .url(url)
                .method(method, RequestBody.create(body))
                .header("Host", Utils.getHostHeader(url))
                .header("x-amz-date", ZonedDateTime.now(Time.UTC).format(Time.AMZ_DATE_FORMAT))
                .header("x-amz-content-sha256", hash)
                .build();
        return Signer.signV4S3(request, REGION, root.access(), root.secret(), hash);
    }

    private static String told(Response response) throws IOException {
        return response.code() + ": " + response.body().string();
    }

    private static String sha256(byte[] bytes) {
        try {
            return Checksum.hexString(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
