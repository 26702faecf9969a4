      *> Reads policies, one a line of fixed width and sorted by
      *> customer, and writes the category of each customer; then
      *> shows what is due on a complaint.
      *>
      *>     portfolio POLICIES CATEGORIES
       IDENTIFICATION DIVISION.
       PROGRAM-ID. PORTFOLIO.
       ENVIRONMENT DIVISION.
       INPUT-OUTPUT SECTION.
       FILE-CONTROL.
           SELECT POLICIES ASSIGN TO POLICIES-NAME
               ORGANIZATION LINE SEQUENTIAL.
           SELECT CATEGORIES ASSIGN TO CATEGORIES-NAME
               ORGANIZATION LINE SEQUENTIAL.
       DATA DIVISION.
       FILE SECTION.
       FD  POLICIES.
       01  POLICY-ROW.
           05  PO-CUSTOMER         PIC X(10).
           05  PO-KIND             PIC X(12).
           05  PO-CREDIT           PIC X(4).
           05  PO-POLICY           PIC X(10).
           05  PO-LINE             PIC X(10).
           05  PO-START            PIC X(10).
           05  PO-END              PIC X(10).
      *>       In fen.
           05  PO-PREMIUM          PIC 9(12).
       FD  CATEGORIES.
       01  CATEGORY-ROW.
           05  CA-CUSTOMER         PIC X(10).
           05  CA-CATEGORY         PIC X(14).
           05  CA-STANDING         PIC X(11).
       WORKING-STORAGE SECTION.
       COPY "INSURANT.cpy".
       01  POLICIES-NAME           PIC X(256).
       01  CATEGORIES-NAME         PIC X(256).
       01  ENGINE                  USAGE POINTER VALUE NULL.
       01  ANSWER                  USAGE POINTER VALUE NULL.
       01  ERR                     USAGE POINTER VALUE NULL.
       01  STAT                    BINARY-LONG SIGNED.
       01  ABI                     BINARY-LONG UNSIGNED.
       01  CUSTOMER-COUNT          BINARY-LONG UNSIGNED VALUE 0.
       01  SHOWN-COUNT             PIC Z(8)9.
       01  ROWS-LEFT               PIC X VALUE "Y".
       01  CURRENT-CUSTOMER        PIC X(10) VALUE SPACES.
       01  AMOUNT                  PIC Z(9)9.99.
       01  REST                    PIC X(200).
       01  OPERATION.
           COPY "INSSTR.cpy" REPLACING ==(P)== BY ==OP==.
       01  INPUT-TEXT.
           COPY "INSSTR.cpy" REPLACING ==(P)== BY ==JS==.
       01  SAID.
           COPY "INSSTR.cpy" REPLACING ==(P)== BY ==SAID==.
       01  OPERATION-NAME          PIC X(30).
       01  QUESTION                PIC X(60000).
       01  QUESTION-END            BINARY-LONG UNSIGNED.
       LINKAGE SECTION.
       01  BYTES                   PIC X(16000000).
       PROCEDURE DIVISION.
       MAIN.
           CALL STATIC "insurant_abi_version" RETURNING ABI
           IF ABI NOT = INSURANT-ABI-VERSION
               DISPLAY "the library has another interface"
                   UPON SYSERR
               STOP RUN RETURNING 2
           END-IF
           CALL STATIC "insurant_engine_new" USING
               BY REFERENCE ENGINE BY REFERENCE ERR
               RETURNING STAT
           IF STAT NOT = INSURANT-STATUS-OK
               PERFORM SHOW-ERROR
           END-IF
           ACCEPT POLICIES-NAME FROM ARGUMENT-VALUE
           ACCEPT CATEGORIES-NAME FROM ARGUMENT-VALUE
           OPEN INPUT POLICIES
           OPEN OUTPUT CATEGORIES
           PERFORM UNTIL ROWS-LEFT = "N"
               READ POLICIES
                   AT END MOVE "N" TO ROWS-LEFT
                   NOT AT END PERFORM TAKE-POLICY
               END-READ
           END-PERFORM
           PERFORM ASSESS-CUSTOMER
           CLOSE POLICIES CATEGORIES
           MOVE CUSTOMER-COUNT TO SHOWN-COUNT
           DISPLAY FUNCTION TRIM(SHOWN-COUNT) " customers"
           PERFORM SHOW-COMPLAINT
           CALL STATIC "insurant_engine_free" USING BY VALUE ENGINE
               RETURNING STAT
           STOP RUN RETURNING 0.
      *> A new customer begins where the id changes.
       TAKE-POLICY.
           IF PO-CUSTOMER NOT = CURRENT-CUSTOMER
               PERFORM ASSESS-CUSTOMER
               MOVE PO-CUSTOMER TO CURRENT-CUSTOMER
               MOVE 1 TO QUESTION-END
               STRING '{"as_of":"2024-07-01","customer":{'
                   '"customer_id":"' FUNCTION TRIM(PO-CUSTOMER)
                   '","kind":"' FUNCTION TRIM(PO-KIND)
                   '","credit":"' FUNCTION TRIM(PO-CREDIT)
                   '","policies":[' DELIMITED BY SIZE
                   INTO QUESTION WITH POINTER QUESTION-END
           ELSE
               STRING "," DELIMITED BY SIZE
                   INTO QUESTION WITH POINTER QUESTION-END
           END-IF
           COMPUTE AMOUNT = PO-PREMIUM / 100
           STRING '{"policy_id":"' FUNCTION TRIM(PO-POLICY)
               '","line":"' FUNCTION TRIM(PO-LINE)
               '","business_source":"direct","start":"' PO-START
               '","end":"' PO-END
               '","written_premium":"' FUNCTION TRIM(AMOUNT) '"}'
               DELIMITED BY SIZE
               INTO QUESTION WITH POINTER QUESTION-END
               ON OVERFLOW
                   DISPLAY "too many policies of " PO-CUSTOMER
                       UPON SYSERR
                   STOP RUN RETURNING 1
           END-STRING.
       ASSESS-CUSTOMER.
           IF CURRENT-CUSTOMER NOT = SPACES
               STRING "]}}" DELIMITED BY SIZE
                   INTO QUESTION WITH POINTER QUESTION-END
               MOVE "assess" TO OPERATION-NAME
               PERFORM ASK
               MOVE SPACES TO CATEGORY-ROW
               MOVE CURRENT-CUSTOMER TO CA-CUSTOMER
               UNSTRING BYTES(1:SAID-LEN)
                   DELIMITED BY '"category":"'
                   INTO REST REST
               UNSTRING REST DELIMITED BY '"' INTO CA-CATEGORY
               UNSTRING BYTES(1:SAID-LEN)
                   DELIMITED BY '"standing":"'
                   INTO REST REST
               UNSTRING REST DELIMITED BY '"' INTO CA-STANDING
               WRITE CATEGORY-ROW
               ADD 1 TO CUSTOMER-COUNT
               CALL STATIC "insurant_text_free" USING
                   BY VALUE ANSWER RETURNING STAT
           END-IF.
      *> Received on 2 June 2025: what is due, by the rules of China.
       SHOW-COMPLAINT.
           MOVE 1 TO QUESTION-END
           STRING '{"as_of":"2025-06-10T09:00:00+08:00",'
               '"procedures":["cn-2020-3"],"complaint":{'
               '"complaint_id":"C-1","events":['
               '{"kind":"received","id":"1",'
               '"occurred_at":"2025-06-02T10:00:00+08:00",'
               '"recorded_at":"2025-06-02T10:00:00+08:00",'
               '"trigger":"complaint","firm_kind":"insurer",'
               '"complainant_kind":"individual",'
               '"channel":"phone","actor":{"person_id":"E1",'
               '"role":"collector","unit_id":"JX"}}]}}'
               DELIMITED BY SIZE
               INTO QUESTION WITH POINTER QUESTION-END
           MOVE "complaint_deadlines" TO OPERATION-NAME
           PERFORM ASK
           DISPLAY BYTES(1:SAID-LEN)
           CALL STATIC "insurant_text_free" USING
               BY VALUE ANSWER RETURNING STAT.
      *> The answer lies in BYTES until ANSWER is freed.
       ASK.
           SET OP-PTR TO ADDRESS OF OPERATION-NAME
           MOVE FUNCTION LENGTH(FUNCTION TRIM(OPERATION-NAME))
               TO OP-LEN
           SET JS-PTR TO ADDRESS OF QUESTION
           COMPUTE JS-LEN = QUESTION-END - 1
           SET ANSWER TO NULL
           SET ERR TO NULL
           CALL STATIC "insurant_call_ref" USING
               BY VALUE ENGINE
               BY REFERENCE OPERATION BY REFERENCE INPUT-TEXT
               BY REFERENCE ANSWER BY REFERENCE ERR
               RETURNING STAT
           IF STAT NOT = INSURANT-STATUS-OK
               PERFORM SHOW-ERROR
           END-IF
           CALL STATIC "insurant_text_get" USING
               BY VALUE ANSWER BY REFERENCE SAID
               RETURNING STAT
           SET ADDRESS OF BYTES TO SAID-PTR.
       SHOW-ERROR.
           CALL STATIC "insurant_error_text" USING
               BY VALUE ERR BY REFERENCE SAID
               RETURNING STAT
           SET ADDRESS OF BYTES TO SAID-PTR
           DISPLAY BYTES(1:SAID-LEN) UPON SYSERR
           CALL STATIC "insurant_error_free" USING BY VALUE ERR
               RETURNING STAT
           STOP RUN RETURNING 1.
