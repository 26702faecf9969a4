// A customer of whom nothing is known yet: set what is.
//
//     InsurantCustomer customer = INSURANT_CUSTOMER_INIT;
#define INSURANT_CUSTOMER_INIT                                                                     \
    {sizeof(InsurantCustomer), {0, 0}, 0, 0, 0, 0, 0, 0, INSURANT_NO_DAY, INSURANT_NO_DAY,          \
     INSURANT_NO_DAY, 0, 0, 0, 0, sizeof(InsurantPolicy), sizeof(InsurantMovement), 0, 0,           \
     sizeof(InsurantClaim), 0, 0, sizeof(InsurantEntry), 0, 0}

// A policy of one unit without dates: set what is known.
#define INSURANT_POLICY_INIT                                                                       \
    {{0, 0}, 0, 0, INSURANT_NO_DAY, INSURANT_NO_DAY, INSURANT_NO_DAY, INSURANT_NO_DAY, 0, 0, 0, 1, \
     0, 0}

// A claim on no policy without dates: set what is known.
#define INSURANT_CLAIM_INIT                                                                        \
    {{0, 0}, -1, 0, INSURANT_NO_DAY, INSURANT_NO_DAY, 0, 0, 0, 0, 0}

// An entry of the register without dates: set what is known.
#define INSURANT_ENTRY_INIT {{0, 0}, 0, INSURANT_NO_DAY, INSURANT_NO_DAY}

// A result without measures; for measures, set `values` and `value_capacity`.
#define INSURANT_RESULT_INIT {sizeof(InsurantResult), 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0}

// A problem to be filled in.
#define INSURANT_PROBLEM_INIT                                                                      \
    {sizeof(InsurantProblem), {0, 0}, {0, 0}, {0, 0}, {0, 0}, 0, 0, {0, 0}, {0, 0}, {0, 0}, {0, 0}}
