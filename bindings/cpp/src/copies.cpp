// Assessments that are copied and moved hold measures of their own: what they were copied from may go.

#define INSURANT_EXCEPTIONS
#include "insurant.hpp"

#include <array>
#include <iostream>
#include <optional>
#include <utility>

namespace {

bool says(const insurant::Assessment &found, const InsurantValue *other) {
    const InsurantResult &result = found.result();
    return result.values && result.values != other && result.value_count == 1 &&
           result.values[0].num == 480000 && found.measure(0)->num == 480000;
}

}  // namespace

int main() {
    const insurant::Engine engine = insurant::Engine::make();
    constexpr std::array<std::string_view, 1> measures{"annual_premium"};
    const insurant::Rules rules = engine.rules("cn-property", 19905, measures);
    insurant::Scratch scratch = insurant::Scratch::make();
    InsurantPolicy policy = insurant::policy();
    policy.line = rules.line("motor");
    policy.source = INSURANT_BUSINESS_SOURCE_DIRECT;
    policy.start = 19705;
    policy.end = 20071;
    policy.written_premium = 480000;
    InsurantCustomer customer = insurant::customer();
    customer.kind = INSURANT_CUSTOMER_KIND_INDIVIDUAL;
    customer.policies = &policy;
    customer.policy_count = 1;

    std::optional<insurant::Assessment> first = rules.assess(customer, scratch);
    const InsurantValue *values = first->result().values;
    insurant::Assessment copied = *first;
    insurant::Assessment assigned;
    assigned = *first;
    const bool copies = says(copied, values) && says(assigned, values);
    first.reset();
    const insurant::Assessment moved = std::move(copied);
    const bool moves = says(moved, nullptr) && !copied.result().values;
    std::cout << (copies ? "copies hold" : "a copy does not hold") << ", "
              << (moves ? "moves hold" : "a move does not hold") << '\n';
    return copies && moves ? 0 : 1;
}
