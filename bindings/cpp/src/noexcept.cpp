// A host that is compiled without exceptions: a Result is a value or an Error, and nothing is thrown.

#define INSURANT_NO_EXCEPTIONS
#include "insurant.hpp"

#include <array>
#include <iostream>

namespace {

int failures = 0;

void check(bool holds, const char *what) {
    if (holds) return;
    std::cerr << "not so: " << what << '\n';
    ++failures;
}

}  // namespace

int main() {
    const auto engine = insurant::Engine::make();
    if (!engine) {
        std::cerr << engine.error().what() << '\n';
        return 2;
    }
    const auto unknown = engine->rules("nobody's", 19905);
    check(!unknown, "there is no such rulebook");
    check(unknown.error().status() == INSURANT_STATUS_UNKNOWN_RULEBOOK, "its status says so");
    check(unknown.error().problems().size() == 1, "with one problem");

    const auto rules = engine->rules("cn-property", 19905);
    check(rules.has_value(), "the built-in rulebook is there");
    if (!rules) return 2;
    const auto motor = rules->line("motor");
    auto scratch = insurant::Scratch::make();
    if (!motor || !scratch) return 2;

    InsurantPolicy policy = insurant::policy();
    policy.line = *motor;
    policy.source = INSURANT_BUSINESS_SOURCE_DIRECT;
    policy.start = 19705;
    policy.end = 20071;
    policy.written_premium = 6000000;
    std::array<InsurantCustomer, 2> customers{insurant::customer(), insurant::customer()};
    for (InsurantCustomer &customer : customers) {
        customer.kind = INSURANT_CUSTOMER_KIND_ORGANISATION;
        customer.policies = &policy;
        customer.policy_count = 1;
    }
    const auto found = rules->assess(customers[0], *scratch);
    check(found && found->category() == INSURANT_CATEGORY_KEY, "the customer is key");

    customers[1].kind = 0;
    policy.source = 0;
    const auto wrong = rules->assess(customers[1], *scratch);
    check(!wrong && wrong.error().status() == INSURANT_STATUS_BAD_ENUM, "numbers are checked");
    check(!wrong && wrong.error().problems().size() == 2, "all of them at once");
    policy.source = INSURANT_BUSINESS_SOURCE_DIRECT;
    customers[1].kind = INSURANT_CUSTOMER_KIND_ORGANISATION;

    std::array<InsurantResult, 3> results{insurant::result(), insurant::result(), insurant::result()};
    const auto few = rules->assess_many(customers, insurant::View<InsurantResult>(results.data(), 1));
    check(!few && few.error().status() == INSURANT_STATUS_OUT_OF_RANGE, "too few results are refused");
    check(!few && few.error().problems()[0].path == "results", "by their name");
    check(results[0].category == 0, "and nobody was assessed");
    const auto all = rules->assess_many(customers, results, 2);
    check(all && *all == 2, "both are assessed");
    check(results[1].category == INSURANT_CATEGORY_KEY && results[2].category == 0,
          "each into the result of its position");
    if (failures == 0) std::cout << "nothing was thrown\n";
    return failures == 0 ? 0 : 1;
}
