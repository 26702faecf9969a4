package org.insurant;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The whole story from Java. */
class JavaTest {
    private static final LocalDate AS_OF = LocalDate.of(2024, 7, 1);

    private static Customer customer() {
        Policy policy = Facts.policy("P-1", "property", BusinessSource.DIRECT, LocalDate.of(2024, 1, 1),
                LocalDate.of(2025, 1, 1), new BigDecimal("4800.00")).build();
        Claim claim = Facts.claim("K-1", "P-1", LocalDate.of(2024, 3, 1), ClaimStatus.SETTLED)
                .paid(new BigDecimal("100.00")).build();
        return Facts.customer("C-1", CustomerKind.INDIVIDUAL).policies(policy).claims(claim).build();
    }

    @Test
    void aDecisionAndWhy() throws InsurantException {
        try (Engine engine = new Engine(); Rules rules = engine.rules("cn-property", AS_OF, List.of())) {
            Decision decision = rules.explain(customer());
            assertEquals(CustomerCategory.STANDARD, decision.getAssessment().getCategory());
            assertTrue(decision.getRules().stream().anyMatch(rule -> rule.getResult() == ConditionAnswer.TRUE));
            assertTrue(rules.verify(customer(), decision.getFingerprint()));
            List<Assessment> answers = Many.assess(rules, List.of(customer(), customer()), 2);
            assertEquals(List.of(decision.getAssessment(), decision.getAssessment()), answers);
        }
    }

    @Test
    void whatIsWrongIsTold() throws InsurantException {
        try (Engine engine = new Engine(); Rules rules = engine.rules("cn-property", AS_OF, List.of())) {
            Customer wrong = Facts.customer("", CustomerKind.INDIVIDUAL).build();
            InsurantException.BadFacts error =
                    assertThrows(InsurantException.BadFacts.class, () -> rules.assess(wrong));
            assertEquals("customer_id", error.getProblems().get(0).getPath());
            assertTrue(error.getMessage().contains("customer_id"));
            InsurantException.UnknownOperation unknown =
                    assertThrows(InsurantException.UnknownOperation.class, () -> engine.call("asess", "{}"));
            assertEquals("assess", unknown.getProblems().get(0).getNearest());
        }
    }
}
