package org.gatehouse.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DeploymentTest {

    @TempDir
    private Path base;
    private Path deployments;
    private Path ear;
    private Deployment deployment;

    @BeforeEach
    void buildAnEar() throws IOException {
        deployments = Files.createDirectory(base.resolve("deployments"));
        ear = Files.writeString(base.resolve("built.ear"), "first build");
        deployment = new Deployment(base);
    }

    @Test
    void asksTheScannerToDeploy() throws IOException {
        deployment.place(ear);

        assertThat(deployments.resolve("gatehouse.ear")).hasContent("first build");
        assertThat(deployments.resolve("gatehouse.ear.dodeploy")).exists();
        assertThat(deployment.isDeployed()).isFalse();
    }

    @Test
    void doesNotTakeAnEarlierStartsMarkerForThisOne() throws IOException {
        deployment.place(ear);
        Files.createFile(deployments.resolve("gatehouse.ear.deployed"));

        deployment.renew();

        assertThat(deployment.isDeployed()).isFalse();
    }

    @Test
    void copiesOnlyAChangedEar() throws IOException {
        deployment.place(ear);
        FileTime old = FileTime.fromMillis(1_000_000);
        Files.setLastModifiedTime(deployments.resolve("gatehouse.ear"), old);

        deployment.place(ear);
        assertThat(Files.getLastModifiedTime(deployments.resolve("gatehouse.ear"))).isEqualTo(old);

        Files.writeString(ear, "second build");
        deployment.place(ear);
        assertThat(deployments.resolve("gatehouse.ear")).hasContent("second build");
    }

    @Test
    void reportsAFailureOnOneLine() throws IOException {
        deployment.place(ear);
        Files.writeString(deployments.resolve("gatehouse.ear.failed"), "{\n  \"WFLYCTL0080\" => \"no\"\n}");

        assertThat(deployment.hasFailed()).isTrue();
        assertThat(deployment.failure()).isEqualTo("{ \"WFLYCTL0080\" => \"no\" }");
    }
}
