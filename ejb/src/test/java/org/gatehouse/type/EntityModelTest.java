package org.gatehouse.type;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.gatehouse.application.ApplicationModel;
import org.gatehouse.brand.BrandModel;
import org.gatehouse.crypto.CertificateModel;
import org.gatehouse.directory.GroupModel;
import org.gatehouse.directory.UserModel;
import org.gatehouse.flow.FlowModel;
import org.gatehouse.flow.FlowStageBindingModel;
import org.gatehouse.policy.PolicyBindingModel;
import org.gatehouse.token.TokenModel;
import org.junit.jupiter.api.Test;

class EntityModelTest {

    @Test
    void everyDocumentIsDescribedByItsContractNames() {
        assertThat(names(new BrandModel())).contains("default", "branding_custom_css", "client_certificates", "flow_user_switch");
        assertThat(names(new UserModel())).contains("username", "is_active", "groups", "type");
        assertThat(names(new TokenModel())).contains("identifier", "intent", "expiring");
        for (Model model : List.of(new FlowModel(), new FlowStageBindingModel(), new PolicyBindingModel(), new ApplicationModel(),
                new GroupModel(), new CertificateModel())) {
            assertThat(model.fields()).as(model.name()).isNotEmpty();
            assertThat(model.filters()).as(model.name()).contains("pk");
        }
    }

    private static List<String> names(Model model) {
        return model.fields().stream().map(FieldDescriptor::wireName).toList();
    }
}
