      *> Answers conformance vectors: reads lines "operation TAB input"
      *> and writes for each the answer, or the problems as JSON.
       IDENTIFICATION DIVISION.
       PROGRAM-ID. VECTORS.
       ENVIRONMENT DIVISION.
       INPUT-OUTPUT SECTION.
       FILE-CONTROL.
           SELECT QUESTIONS ASSIGN TO KEYBOARD
               ORGANIZATION LINE SEQUENTIAL.
       DATA DIVISION.
       FILE SECTION.
       FD  QUESTIONS
           RECORD IS VARYING IN SIZE FROM 1 TO 65000 CHARACTERS
           DEPENDING ON QUESTION-LEN.
       01  QUESTION                PIC X(65000).
       WORKING-STORAGE SECTION.
       COPY "INSURANT.cpy".
       01  QUESTION-LEN            PIC 9(5) COMP-5.
       01  ENGINE                  USAGE POINTER VALUE NULL.
       01  ANSWER                  USAGE POINTER VALUE NULL.
       01  ERR                     USAGE POINTER VALUE NULL.
       01  STAT                    BINARY-LONG SIGNED.
       01  ABI                     BINARY-LONG UNSIGNED.
       01  AT-TAB                  BINARY-LONG UNSIGNED.
       01  PROBLEM-COUNT           BINARY-DOUBLE UNSIGNED.
       01  POSITION-IN             BINARY-DOUBLE UNSIGNED.
       01  OPERATION.
           COPY "INSSTR.cpy" REPLACING ==(P)== BY ==OP==.
       01  INPUT-TEXT.
           COPY "INSSTR.cpy" REPLACING ==(P)== BY ==JS==.
       01  SAID.
           COPY "INSSTR.cpy" REPLACING ==(P)== BY ==SAID==.
       01  PROBLEM.
           COPY "INSPROBLEM.cpy" REPLACING ==(P)== BY ==PR==.
       01  TAB-CHARACTER           PIC X VALUE X"09".
       01  LINES-LEFT              PIC X VALUE "Y".
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
               DISPLAY "no engine: " STAT UPON SYSERR
               STOP RUN RETURNING 2
           END-IF
           OPEN INPUT QUESTIONS
           PERFORM UNTIL LINES-LEFT = "N"
               READ QUESTIONS
                   AT END MOVE "N" TO LINES-LEFT
                   NOT AT END PERFORM ASK
               END-READ
           END-PERFORM
           CLOSE QUESTIONS
           CALL STATIC "insurant_engine_free" USING BY VALUE ENGINE
               RETURNING STAT
           STOP RUN RETURNING 0.
       ASK.
           MOVE 0 TO AT-TAB
           INSPECT QUESTION(1:QUESTION-LEN) TALLYING AT-TAB
               FOR CHARACTERS BEFORE INITIAL TAB-CHARACTER
           SET OP-PTR TO ADDRESS OF QUESTION
           MOVE AT-TAB TO OP-LEN
           SET JS-PTR TO ADDRESS OF QUESTION(AT-TAB + 2:1)
           COMPUTE JS-LEN = QUESTION-LEN - AT-TAB - 1
           SET ANSWER TO NULL
           SET ERR TO NULL
           CALL STATIC "insurant_call_ref" USING
               BY VALUE ENGINE
               BY REFERENCE OPERATION BY REFERENCE INPUT-TEXT
               BY REFERENCE ANSWER BY REFERENCE ERR
               RETURNING STAT
           IF STAT = INSURANT-STATUS-OK
               CALL STATIC "insurant_text_get" USING
                   BY VALUE ANSWER BY REFERENCE SAID
                   RETURNING STAT
               SET ADDRESS OF BYTES TO SAID-PTR
               DISPLAY BYTES(1:SAID-LEN)
               CALL STATIC "insurant_text_free" USING
                   BY VALUE ANSWER RETURNING STAT
           ELSE
               PERFORM SHOW-PROBLEMS
           END-IF.
       SHOW-PROBLEMS.
           CALL STATIC "insurant_error_count" USING
               BY VALUE ERR BY REFERENCE PROBLEM-COUNT
               RETURNING STAT
           DISPLAY '{"problems":[' WITH NO ADVANCING
           PERFORM VARYING POSITION-IN FROM 0 BY 1
               UNTIL POSITION-IN >= PROBLEM-COUNT
               MOVE FUNCTION LENGTH(PROBLEM) TO PR-SIZE
               CALL STATIC "insurant_error_problem" USING
                   BY VALUE ERR BY VALUE POSITION-IN
                   BY REFERENCE PROBLEM
                   RETURNING STAT
               IF POSITION-IN > 0
                   DISPLAY "," WITH NO ADVANCING
               END-IF
               SET ADDRESS OF BYTES TO PR-CODE-PTR
               DISPLAY '{"code":"' BYTES(1:PR-CODE-LEN)
                   '","path":"' WITH NO ADVANCING
               IF PR-PATH-LEN > 0
                   SET ADDRESS OF BYTES TO PR-PATH-PTR
                   PERFORM SHOW-PATH
               END-IF
               DISPLAY '"}' WITH NO ADVANCING
           END-PERFORM
           DISPLAY "]}"
           CALL STATIC "insurant_error_free" USING BY VALUE ERR
               RETURNING STAT.
       SHOW-PATH.
           PERFORM VARYING AT-TAB FROM 1 BY 1
               UNTIL AT-TAB > PR-PATH-LEN
               IF BYTES(AT-TAB:1) = '"' OR BYTES(AT-TAB:1) = "\"
                   DISPLAY "\" WITH NO ADVANCING
               END-IF
               DISPLAY BYTES(AT-TAB:1) WITH NO ADVANCING
           END-PERFORM.
