package org.gatehouse.web.api;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import org.gatehouse.crypto.CertificateDownloads;
import org.gatehouse.crypto.CertificateGeneration;
import org.gatehouse.type.WireObject;
import org.gatehouse.web.http.JsonBody;

/** What is done with certificates beside reading and writing them. With {@code download} the answer is a PEM file. */
@RequestScoped
@Path("/")
@Produces(MediaType.APPLICATION_JSON)
public class CertificateResource {

    @Inject
    private CertificateDownloads downloads;

    @Inject
    private CertificateGeneration generation;

    @Inject
    private ApiCaller caller;

    /** Makes a key pair with a self-signed certificate. */
    @POST
    @Path("crypto/certificatekeypairs/generate")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response generate(InputStream body) {
        return Response.ok(generation.generate(caller.actor(), JsonBody.read(body))).build();
    }

    /** The certificate. */
    @GET
    @Path("crypto/certificatekeypairs/{key}/view_certificate")
    public Response certificate(@PathParam("key") String key, @QueryParam("download") String download) {
        return answer(downloads.certificate(caller.actor(), key), "certificate.pem", download);
    }

    /** The private key, which leaves an event. */
    @GET
    @Path("crypto/certificatekeypairs/{key}/view_private_key")
    public Response privateKey(@PathParam("key") String key, @QueryParam("download") String download) {
        return answer(downloads.privateKey(caller.actor(), key), "private_key.pem", download);
    }

    private static Response answer(String pem, String file, String download) {
        Response.ResponseBuilder answer = download == null
                ? Response.ok(WireObject.empty().put("data", pem).build(), MediaType.APPLICATION_JSON_TYPE)
                : Response.ok(pem, "application/x-pem-file").header("Content-Disposition", "attachment; filename=\"" + file + "\"");
        return answer.header("Cache-Control", "no-store").build();
    }
}
