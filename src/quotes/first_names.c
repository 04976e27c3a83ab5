#include "quotes/first_names.h"

/* Well-known names, in lower case and in the order of their bytes; not one is of a survey. A
 * literal of C may have 4,095 bytes, so there are several. */
static const char *const names[] = {
    " aaron abigail achim adelheid adrian agata agnes agnieszka ahmed alan alastair "
    "albert albrecht aleksander aleksandra alena alexander alexandra aleš alfons alfred "
    "ali alice alicja alina alison allan alois alžběta amanda amelie amy andrea andreas "
    "andrej andrew andrzej aneta angela angelika angus aniela anika anita anja anke ann "
    "anna annabell anne annegret annelie anneliese annemarie annett annette anni annika "
    "anthony antje anton antoni antonia antonín arabella arkadiusz armin arne arno arnold "
    "arthur artur astrid audrey axel aylin ayse ayşe barbara barry bartek bartosz "
    "bartłomiej bastian beata beate beatrice beatrix benedikt benjamin benno bernd "
    "bernhard bert bertha berthold beth bettina betty beverley bianca bianka birgit "
    "birgitt birte björn blanka bodo bogdan bogumiła bogusław bohumil bohuslav boris "
    "bożena božena brenda brian bridget brigitte britta bruce bruno burkhard břetislav "
    "callum camilla carina carl carla carlo carmen carol carola carolin caroline carsten "
    "catherine cezary charles charlie charlotte chloe chris christa christel christiane "
    "christin christina christine christoph christopher claire clara clare claudia claus "
    "clemens clive colin connor constanze cordula corinna cornelia craig cynthia dagmar "
    "dana daniel daniela danuta darek darina dariusz dave david dawid debbie deborah "
    "denis denise dennis derek detlef detlev diana diane dieter dietmar dietrich dirk "
    "dmitri dominik dominique donald donna dora doreen doris dorota dorothea dorothee "
    "dorothy doug douglas duncan dylan dörte eberhard eckart eckhard edeltraud edgar "
    "edith edmund eduard edward edwin edyta egon eileen ela elaine eleanor elena eleonore "
    "elfriede elif elisa elisabeth elise elizabeth eliška elke ella ellen elli ellie "
    "elmar elsa else elsie elvira elżbieta emil emilia emilie emily emma emre enrico "
    "erhard eric erich erik erika erna erwin esther ethan eugen eva evan evelin evelyn "
    "ewa ewald ewelina fabian falk fanny fatma felicitas felix ferdinand filip finn fiona "
    "florrie frances franciszek franka františek franz franziska frauke fred frederick "
    "frederik frieda friedel friedhelm friedrich fritz gabi gabriel gabriela gabriele "
    "galina gareth gary gavin gemma geoff geoffrey georg george gerald geraldine gerard "
    "gerd gerda gerhard gerhild gerlinde gernot gert gertraud gertrud gesine gillian "
    "gisela gitta gordon gosia gottfried graham grażyna gregor greta grzegorz gudrun "
    "guido gunnar gunter gustav gwen götz günter günther halina halyna hana hanna hannah "
    "hannelore hannes hans hansi harald harriet harry hartmut hassan hazel heather hedwig "
    "heidemarie heidi heidrun heike heiko heiner heinrich heinz helen helena helene helga "
    "helge hellmut helmut helmuth henning henri henriette henrik henry henryk herbert "
    "heribert hermann herta hertha hilary hilda hilde hildegard hilmar holger horst "
    "howard hubert hubertus hugh hugo hussein ian ida igor ilka ilona ilse imogen ina "
    "ines ingeborg ingo ingrid inka irena irene ireneusz irina irmgard irmtraud isaac "
    "isabel isabell isabella isla isolde ivan ivana iveta ivo iwona izabela jacek jack "
    "jackie jacob jacqueline jadwiga jake jakob jakub james jamie jan jana jane janet "
    "janice janina janine jannik jannis janusz jarek jarmila jaromír jaroslav jaroslava "
    "jarosław jason jasper jayne jean jeff jeffrey jennifer jenny jens jeremy jerzy "
    "jessica jill jim jimmy jindřich jitka jiří joachim joan joanna joanne jochen joe "
    "johann johanna johannes john johnny jolanta jonas jonathan josef josefine joseph "
    "josephine josh joshua joyce judith judy julia ",
    " julian juliane julie julius justyna jutta józef jörg jörn jürgen kacper kamil "
    "kamila karel karen karin karina karl karla karlheinz karol karola karolin karolina "
    "karoline karsten kasia katarina katarzyna kate kateřina katharina kathi kathleen "
    "kathrin kathrina kathryn kathy katie katja katrin kazimierz keith kelly ken kenneth "
    "kerstin kevin kilian kim kinga kirsten klara klaus klára knut konrad konstantin "
    "konstanze kornelia kristian kristin kristina kristýna krystian krystyna krzysztof "
    "kurt květa kyle ladislav larissa lars laura lauren laurence lawrence lea leah lena "
    "leni lenka lennart leo leon leonard leonhard leonie leopold lesley leslie leszek "
    "lewis liam libor libuše liesel lieselotte lili lilli lina linda linus lisa liselotte "
    "liz lizzie ljudmila logan lorena lorraine lothar lotte louis louisa louise lubomír "
    "luboš luca lucas lucia lucie lucy lucyna ludger ludmila ludmilla ludwig ludwik luděk "
    "luis luisa luise lukas luke lukáš lutz lydia lynn lynne maciej maciek magda "
    "magdalena maggie maik maike maja malcolm malte mandy manfred manuel manuela marc "
    "marcel marcela marcin marco marcus mareike marek maren margaret margarete margarethe "
    "margit margitta margot margret maria marianne marie marika mario mariola marion "
    "marius mariusz marjorie markus markéta marlene marlies marta martha martin martina "
    "marvin mary mateusz mathias mathilde matthew matthias matěj maureen mavis maximilian "
    "małgorzata meg megan mehmet meike meinhard melanie merle mia michael michaela michal "
    "michał michel michelle mick mieczysław mike mikołaj milada mildred milena miloslav "
    "miloš miluše miriam mirjam mirko miroslav miroslava mirosław mirosława mohamed "
    "mohammed molly monika monique moritz murat muriel mustafa mykola nadia nadine nadja "
    "naděžda nancy natalia natalie natalija natascha natasha neil nele nicholas nick "
    "nicola nicolas nicole nigel niklas nikolai nils nina nora norah norbert norman "
    "oksana olaf oldřich ole oleksandr olena olga oliver olivia oliwia omar ondřej ortrud "
    "oscar oskar oswald otakar otmar ottilie otto owen pam pamela pascal patricia patrick "
    "patsy paul paula paulina pauline pavel pavla pavlína paweł peggy peter petr petra "
    "phil philip philipp phyllis pia piotr pirmin polly przemysław rachel radek radim "
    "radka radomír radosław rafael rafał raimund rainer ralf ralph ramona raphael rebecca "
    "rebekka reginald regine reiner reinhard reinhardt reinhold renata renate renee rené "
    "rhys ricarda richard rico rita robert roger roland rolf romy ron ronald ronny rory "
    "rosemarie rosemary rosi rosie rosita ross roswitha roy rudi rudolf russell ruth ryan "
    "ryszard rüdiger růžena sabine sabrina sally sam samantha samuel sandra sara sarah "
    "sascha saskia scott sean sebastian selma sergei sergej serhij shannon sharon sheila "
    "shirley siegbert siegfried sieglinde siegmar siegmund siegrid sigrid sigrun silke "
    "silvana silvia silvio simon simona simone sina sofia sofie sonja sophia sophie "
    "stanislav stanisław stanisława stanley stefan stefania stefanie steffen steffi "
    "stella stephan stephanie stephen steve steven stuart sue susan susann susanna "
    "susanne susi suzanne sven svenja svetlana svitlana swen swetlana sybille sylvia "
    "sylwia szymon sławek sławomir tabea tadeusz tamara tanja tatjana ted terence teresa "
    "tereza terry tessa tetiana thea thekla theo theodor theresa therese thilo thomas "
    "thorsten tilo tim timm timo timothy tina tobias toby todd tom tomasz tomáš tony "
    "torben torsten tracey tracy traudel traute trevor trude udo ulf ulla ulrich ulrike "
    "ursel ",
    " ursula urszula uta ute uwe valentin valerie vanessa vera verena veronika vicky "
    "viktor viktoria vincent vinzenz violet vivian vladimir vladimír vladimíra vladislav "
    "vlasta vlastimil vojtěch volker volkmar volodymyr václav vít vítězslav věra wacław "
    "waldemar walter walther waltraud waltraut wanda wayne wendelin wendy wenzel werner "
    "wesley wiebke wieland wiesław wiesława wiktoria wilfried wilhelm wilhelmine willi "
    "william willy wilma winfried winifred witold wladimir wojciech wolfgang wolfram "
    "władysław włodzimierz yasmin yusuf yvonne zara zbigniew zbyněk zdenka zdeněk zdeňka "
    "zdzisław zoe zofia zuzana zuzanna zygmunt łukasz štěpán šárka żaneta žaneta ",
};

/* Words too: virtues, flowers, months, towns, or "Jordan" and "Kai". */
static const char ambiguous[] =
    " adam alban amber angel august augusta bella berta bill björk blanche bob "
    "christian constantin daisy dean ernst faith flora florence florian frank gene "
    "georgia gloria grace grant guy harmonia heide holly hope iris ivy jade jasmin jo "
    "jordan joy june kai karo klemens laurin lily linde marina marine mark max maximus "
    "may melissa merlin milan nikolaus olympia paris pat penny philippa regina reich ria "
    "rich robin roman rosa rose ruby sandy sid sigismund silva stan sylvester till urban "
    "ursa victor victoria viola will wolf wolff xaver ";

/* "Karlas Mutter": an s may follow. */
static bool is_of(const struct scan *scan, size_t from, size_t end, const char *list) {
    bool genitive = end > from + 3 && scan_at(scan, end - 1) == 's';
    return scan_word_in(scan, from, end, list) ||
           (genitive && scan_word_in(scan, from, end - 1, list));
}

bool first_names_has(const struct scan *scan, size_t from, size_t end) {
    for (size_t i = 0; i < sizeof names / sizeof names[0]; i++)
        if (is_of(scan, from, end, names[i]))
            return true;
    return false;
}

bool first_names_has_ambiguous(const struct scan *scan, size_t from, size_t end) {
    return is_of(scan, from, end, ambiguous);
}
