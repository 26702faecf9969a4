// Assesses a small portfolio from the host's own rows, then walks a complaint to its deadlines.

#define INSURANT_EXCEPTIONS
#include "insurant.hpp"

#include <array>
#include <iostream>

namespace {

// 2024-07-01 as days since 1970-01-01.
constexpr std::int32_t AS_OF = 19905;

void portfolio(const insurant::Engine &engine) {
    constexpr std::string_view words[] = {"none",      "unattached", "prospect",       "standard",
                                          "preferred", "key",        "not_applicable", "undecided"};
    constexpr std::array<std::string_view, 2> measures{"annual_premium", "loss_ratio(12m)"};
    const insurant::Rules rules = engine.rules("cn-property", AS_OF, measures);
    insurant::Scratch scratch = insurant::Scratch::make();

    std::array<InsurantPolicy, 2> policies{insurant::policy(), insurant::policy()};
    std::array<InsurantCustomer, 2> customers{insurant::customer(), insurant::customer()};
    InsurantClaim claim = insurant::claim();
    claim.policy = 0;
    claim.status = INSURANT_CLAIM_STATUS_SETTLED;
    claim.loss_date = AS_OF - 90;
    claim.paid = 120000;
    for (std::size_t i = 0; i < policies.size(); ++i) {
        policies[i].line = rules.line("motor");
        policies[i].source = INSURANT_BUSINESS_SOURCE_DIRECT;
        policies[i].start = AS_OF - 200;
        policies[i].end = policies[i].start + 366;
        policies[i].written_premium = i ? 6000000 : 480000;  // in fen
        customers[i].kind =
            i ? INSURANT_CUSTOMER_KIND_ORGANISATION : INSURANT_CUSTOMER_KIND_INDIVIDUAL;
        customers[i].policies = &policies[i];
        customers[i].policy_count = 1;
    }
    customers[0].claims = &claim;
    customers[0].claim_count = 1;

    for (std::size_t i = 0; i < customers.size(); ++i) {
        const insurant::Assessment found = rules.assess(customers[i], scratch);
        std::cout << "customer " << i + 1 << ": "
                  << words[static_cast<std::size_t>(found.category())];
        if (const auto premium = found.measure(0)) {
            std::cout << ", annual premium " << premium->num << " fen";
        }
        if (const auto ratio = found.measure(1)) {
            std::cout << ", loss ratio " << ratio->num << '/' << ratio->den;
        }
        std::cout << '\n';
    }
    std::array<InsurantResult, 2> results{insurant::result(), insurant::result()};
    std::cout << rules.assess_many(customers, results, 2) << " at once, the second "
              << words[results[1].category] << '\n';
}

void complaint(const insurant::Engine &engine) {
    // Received on 2 June, registered on the 5th: clocks run from the 2nd.
    const std::string actor = R"({"person_id":"E1","role":"collector","unit_id":"JX"})";
    const std::string received =
        R"({"kind":"received","id":"1","occurred_at":"2025-06-02T10:00:00+08:00",
            "recorded_at":"2025-06-02T10:00:00+08:00","trigger":"complaint","firm_kind":"insurer",
            "complainant_kind":"individual","channel":"phone","actor":)" + actor + "}";
    const std::string registered =
        R"({"kind":"registered","id":"2","occurred_at":"2025-06-05T09:00:00+08:00",
            "recorded_at":"2025-06-05T09:00:00+08:00","actor":)" + actor + "}";
    insurant::Opened opened = engine.open(
        R"({"complaint":{"complaint_id":"C-1"},"procedures":["cn-2020-3"],
            "units":[{"id":"JX","name":"Jiangxi","level":"head_office"}],"event":)" + received + "}");
    if (!opened.complaint) {
        std::cout << "refused: " << opened.answer.json << '\n';
        return;
    }
    const insurant::Answer next = opened.complaint->apply(registered);
    std::cout << (next.refused ? "refused" : "registered") << '\n';
    const insurant::Answer again = opened.complaint->apply(registered);
    std::cout << (again.refused ? "refused the second time" : "registered twice") << '\n';
    std::cout << opened.complaint->deadlines("2025-06-10T09:00:00+08:00") << '\n';
}

}  // namespace

int main() {
    if (!insurant::is_compatible()) {
        std::cerr << "the library has another interface than the header\n";
        return 1;
    }
    try {
        const insurant::Engine engine = insurant::Engine::make();
        portfolio(engine);
        complaint(engine);
        return 0;
    } catch (const insurant::Error &error) {
        std::cerr << error.what() << '\n';
        return 1;
    }
}
