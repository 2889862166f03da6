package org.gatehouse.web.media;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.gatehouse.file.MediaAddress;
import org.gatehouse.model.installation.MediaFile;
import org.gatehouse.model.installation.MediaFiles;

/**
 * {@code GET /media/…}: an uploaded picture. Browsers keep it for an hour and then ask whether it is still the same. Whatever is in a file,
 * nothing of it runs: it is sent with a policy that forbids everything, and opened by itself it is a download.
 */
@WebServlet("/media/*")
public class MediaServlet extends HttpServlet {

    @Inject
    private transient MediaFiles files;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String name = Optional.ofNullable(request.getPathInfo()).map(path -> path.substring(1)).orElse("");
        Optional<MediaFile> file = MediaAddress.isName(name) ? files.find(name) : Optional.empty();
        if (file.isEmpty()) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        String tag = '"' + file.get().digest() + '"';
        response.setHeader("Cache-Control", "public, max-age=3600");
        response.setHeader("ETag", tag);
        if (tag.equals(request.getHeader("If-None-Match"))) {
            response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
            return;
        }
        Optional<byte[]> content = files.content(name);
        if (content.isEmpty()) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        send(response, file.get(), content.get());
    }

    private static void send(HttpServletResponse response, MediaFile file, byte[] content) throws IOException {
        response.setHeader("Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'; sandbox");
        response.setHeader("Content-Disposition", "attachment");
        response.setContentType(file.mimeType());
        response.setContentLength(content.length);
        response.getOutputStream().write(content);
    }
}
