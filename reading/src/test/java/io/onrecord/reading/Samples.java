package io.onrecord.reading;

import java.util.List;

/** News in many scripts and encodings, written for these tests; places and people are made up. */
final class Samples {

    /**
     * @param language for messages
     * @param charsets the encodings that such a text is met in
     * @param text one news item
     */
    record Sample(String language, List<String> charsets, String text) {}

    /** English whose only characters beyond ASCII are quotation marks, dashes and the like. */
    static final String ENGLISH = """
            The finance minister of Avenia said on Thursday that the harbour would stay open “as long as there is a single ship to unload”, and denied that talks with the dockers’ union had failed.

            “We’re not walking away – nobody is,” Ilan Serrat told reporters in Port Senn. “What the union claims is simply wrong.” The union’s spokeswoman, Mara Lindqvist, insisted that the ministry had cancelled the meeting itself…

            Witnesses said about 400 people had gathered outside the old customs house. Police put the number at “fewer than 150”. The opposition accused Mr Serrat of hiding behind figures and called for an inquiry, which the prime minister’s office rejected within the hour.
            """;

    static final List<Sample> ALL = List.of(
            new Sample("English", List.of("windows-1252"), ENGLISH),
            new Sample("English with names", List.of("windows-1252"), """
                    José Ibáñez, the mayor of Port Senn, said on Thursday that the café on the quay would be rebuilt by spring. “It’s a promise,” he told reporters. His deputy, Zoë Lefèvre, was more careful: the façade alone, she said, could cost £2m.

                    Ibáñez denied that his office had asked for the protégé of a donor to be hired. “Señora Peña got the job because she’s good,” he said. The opposition called the answer naïve, and Müller, its leader, demanded to see the résumés of all the applicants.
                    """),
            new Sample("French", List.of("windows-1252", "ISO-8859-1"), """
                    Le ministre des finances d'Avénie a déclaré jeudi que le port resterait ouvert « tant qu'il y aura un seul navire à décharger » et a démenti l'échec des négociations avec le syndicat des dockers.

                    « Personne ne quitte la table, nous avons été très clairs », a affirmé Ilan Serrat devant la presse réunie à Port-Senn. La porte-parole du syndicat, Hélène Lefèvre, a répliqué que le ministère avait lui-même annulé la réunion prévue mercredi. Près de quatre cents personnes s'étaient rassemblées devant l'ancienne douane, selon des témoins ; la préfecture n'en a compté que cent cinquante. L'opposition a exigé une enquête, aussitôt rejetée.
                    """),
            new Sample("German", List.of("windows-1252", "ISO-8859-1"), """
                    Der Finanzminister von Avenien erklärte am Donnerstag, der Hafen bleibe geöffnet, solange auch nur ein Schiff zu löschen sei, und wies Berichte über ein Scheitern der Gespräche mit der Gewerkschaft zurück.

                    Niemand verlasse den Tisch, sagte Ilan Serrat vor Journalisten in Port Senn. Die Sprecherin der Gewerkschaft, Käthe Größler, entgegnete, das Ministerium habe das für Mittwoch geplante Treffen selbst abgesagt. Augenzeugen zufolge hatten sich rund vierhundert Menschen vor dem alten Zollhaus versammelt; die Polizei zählte weniger als hundertfünfzig. Die Opposition forderte eine Untersuchung, die Regierung lehnte sie über Nacht ab.
                    """),
            new Sample("Spanish", List.of("windows-1252", "ISO-8859-1"), """
                    El ministro de Hacienda de Avenia afirmó el jueves que el puerto seguirá abierto «mientras quede un solo barco por descargar» y negó que hubieran fracasado las conversaciones con el sindicato de estibadores.

                    «Nadie se levanta de la mesa», declaró Ilán Serrat ante la prensa en Puerto Señal. La portavoz del sindicato, María Núñez, replicó que fue el propio ministerio quien canceló la reunión prevista para el miércoles. Según testigos, unas cuatrocientas personas se habían concentrado ante la antigua aduana; la policía contó menos de ciento cincuenta. La oposición exigió una investigación, que el Gobierno rechazó de inmediato.
                    """),
            new Sample("Polish", List.of("windows-1250", "ISO-8859-2"), """
                    Minister finansów Awenii oświadczył w czwartek, że port pozostanie otwarty, dopóki będzie choć jeden statek do rozładunku, i zaprzeczył, jakoby rozmowy ze związkiem dokerów zakończyły się fiaskiem.

                    Nikt nie odchodzi od stołu, powiedział dziennikarzom Ilan Serrat. Rzeczniczka związku Małgorzata Źrebięcka odparła, że to samo ministerstwo odwołało spotkanie zaplanowane na środę. Według świadków przed dawną komorą celną zebrało się około czterystu osób; policja naliczyła mniej niż sto pięćdziesiąt. Opozycja zażądała śledztwa, które rząd natychmiast odrzucił.
                    """),
            new Sample("Czech", List.of("windows-1250", "ISO-8859-2"), """
                    Ministr financí Avenie ve čtvrtek prohlásil, že přístav zůstane otevřený, dokud bude co vykládat, a popřel, že by jednání s odbory přístavních dělníků ztroskotala.

                    Nikdo od stolu neodchází, řekl novinářům Ilan Serrat. Mluvčí odborů Šárka Dvořáková namítla, že středeční schůzku zrušilo samo ministerstvo. Podle svědků se před starou celnicí sešlo asi čtyři sta lidí; policie jich napočítala necelých sto padesát. Opozice požaduje vyšetřování, které vláda okamžitě odmítla.
                    """),
            new Sample("Russian", List.of("windows-1251", "KOI8-R", "ISO-8859-5"), """
                    Министр финансов Авении заявил в четверг, что порт останется открытым, пока есть хоть одно судно под разгрузку, и опроверг сообщения о провале переговоров с профсоюзом докеров.

                    Никто не выходит из-за стола, сказал Илан Серрат журналистам в Порт-Сенне. Представитель профсоюза Мария Линд возразила, что министерство само отменило встречу, назначенную на среду. По словам очевидцев, у старой таможни собралось около четырёхсот человек; полиция насчитала менее ста пятидесяти. Оппозиция потребовала расследования, которое правительство сразу же отвергло.
                    """),
            new Sample("Greek", List.of("windows-1253", "ISO-8859-7"), """
                    Ο υπουργός Οικονομικών της Αβενίας δήλωσε την Πέμπτη ότι το λιμάνι θα παραμείνει ανοιχτό όσο υπάρχει έστω και ένα πλοίο για εκφόρτωση και διέψευσε ότι οι συνομιλίες με το συνδικάτο απέτυχαν.

                    Κανείς δεν φεύγει από το τραπέζι, είπε ο Ιλάν Σεράτ στους δημοσιογράφους. Η εκπρόσωπος του συνδικάτου Μαρία Λίντκβιστ απάντησε ότι το ίδιο το υπουργείο ακύρωσε τη συνάντηση της Τετάρτης. Η αντιπολίτευση ζήτησε έρευνα, την οποία η κυβέρνηση απέρριψε αμέσως.
                    """),
            new Sample("Turkish", List.of("windows-1254", "ISO-8859-9"), """
                    Avenya Maliye Bakanı perşembe günü limanın boşaltılacak tek bir gemi kalıncaya kadar açık kalacağını söyledi ve liman işçileri sendikasıyla görüşmelerin başarısız olduğu iddiasını yalanladı.

                    Kimse masadan kalkmıyor, dedi İlan Serrat gazetecilere. Sendika sözcüsü Gülşen Işık, çarşamba günü yapılacak toplantıyı bakanlığın kendisinin iptal ettiğini öne sürdü. Görgü tanıklarına göre eski gümrük binasının önünde yaklaşık dört yüz kişi toplandı. Muhalefet soruşturma istedi, hükümet bunu hemen reddetti.
                    """),
            new Sample("Hebrew", List.of("windows-1255"), """
                    שר האוצר של אבניה אמר ביום חמישי שהנמל יישאר פתוח כל עוד יש אונייה אחת לפרוק, והכחיש שהשיחות עם איגוד עובדי הנמל נכשלו.

                    אף אחד לא עוזב את השולחן, אמר אילן סראט לעיתונאים. דוברת האיגוד, מרה לינדקוויסט, השיבה כי המשרד עצמו ביטל את הפגישה שנקבעה ליום רביעי. לדברי עדים התאספו כארבע מאות איש מול בית המכס הישן. האופוזיציה דרשה חקירה, והממשלה דחתה אותה מיד.
                    """),
            new Sample("Arabic", List.of("windows-1256", "ISO-8859-6"), """
                    قال وزير المالية في أفينيا يوم الخميس إن الميناء سيبقى مفتوحا ما دامت هناك سفينة واحدة للتفريغ، ونفى أن تكون المحادثات مع نقابة عمال الميناء قد فشلت.

                    وقال إيلان سيرات للصحفيين إن أحدا لا يغادر الطاولة. وردت المتحدثة باسم النقابة مارا ليندكفيست بأن الوزارة نفسها ألغت الاجتماع المقرر يوم الأربعاء. وطالبت المعارضة بإجراء تحقيق رفضته الحكومة على الفور.
                    """),
            new Sample("Japanese", List.of("Shift_JIS", "EUC-JP", "ISO-2022-JP"), """
                    アヴェニアの財務大臣は木曜日、荷揚げする船が一隻でもある限り港は開き続けると述べ、港湾労働組合との協議が決裂したとの報道を否定した。

                    「誰も席を立ってはいない」とセラト大臣は記者団に語った。組合の広報担当者は、水曜日に予定されていた会合を取り消したのは省のほうだと反論した。目撃者によると、旧税関の前にはおよそ四百人が集まった。警察は百五十人足らずと発表している。野党は調査を求めたが、政府は直ちに退けた。
                    """),
            new Sample("Chinese, simplified", List.of("GB18030", "GBK"), """
                    阿维尼亚财政部长周四表示，只要还有一艘船需要卸货，港口就会保持开放，并否认与码头工人工会的谈判已经破裂。

                    “没有人离开谈判桌，”部长对记者说。工会发言人反驳说，原定周三举行的会议是该部自己取消的。据目击者称，约有四百人聚集在旧海关大楼前；警方称人数不到一百五十。反对派要求展开调查，政府随即予以拒绝。
                    """),
            new Sample("Chinese, traditional", List.of("Big5"), """
                    阿維尼亞財政部長週四表示，只要還有一艘船需要卸貨，港口就會保持開放，並否認與碼頭工人工會的談判已經破裂。

                    「沒有人離開談判桌，」部長對記者說。工會發言人反駁說，原定週三舉行的會議是該部自己取消的。據目擊者稱，約有四百人聚集在舊海關大樓前；警方稱人數不到一百五十。反對派要求展開調查，政府隨即予以拒絕。
                    """),
            new Sample("Korean", List.of("EUC-KR"), """
                    아베니아 재무장관은 목요일 하역할 배가 한 척이라도 있는 한 항구를 계속 열어 두겠다고 밝히고 항만노조와의 협상이 결렬됐다는 보도를 부인했다.

                    아무도 자리를 뜨지 않았다고 장관은 기자들에게 말했다. 노조 대변인은 수요일로 예정된 회의를 취소한 것은 부처라고 반박했다. 목격자들에 따르면 옛 세관 앞에 약 사백 명이 모였다. 야당은 조사를 요구했으나 정부는 즉시 거부했다.
                    """));

    private Samples() {}
}
