// Answers conformance vectors, without exceptions: reads lines `operation TAB input` and writes for
// each the answer, or the problems as {"problems":[{"code":...,"path":...}]}.

#include "insurant.hpp"

#include <algorithm>
#include <iostream>

namespace {

std::string quoted(const std::string &text) {
    std::string out = "\"";
    for (const char c : text) {
        if (c == '"' || c == '\\') out += '\\';
        out += c;
    }
    return out + '"';
}

std::string problems(const insurant::Error &error) {
    std::string out = "{\"problems\":[";
    const char *comma = "";
    for (const insurant::Problem &problem : error.problems()) {
        out += comma;
        out += "{\"code\":" + quoted(problem.code) + ",\"path\":" + quoted(problem.path) + '}';
        comma = ",";
    }
    return out + "]}";
}

}  // namespace

int main() {
    if (!insurant::is_compatible()) {
        std::cerr << "the library has another interface than the header\n";
        return 2;
    }
    const auto engine = insurant::Engine::make();
    if (!engine) {
        std::cerr << engine.error().what() << '\n';
        return 2;
    }
    std::ios::sync_with_stdio(false);
    for (std::string line; std::getline(std::cin, line);) {
        const std::string_view all = line;
        const std::size_t tab = std::min(all.find('\t'), all.size());
        const std::string_view input = tab < all.size() ? all.substr(tab + 1) : std::string_view();
        const auto answer = engine->call(all.substr(0, tab), input);
        std::cout << (answer ? *answer : problems(answer.error())) << '\n';
    }
    return 0;
}
