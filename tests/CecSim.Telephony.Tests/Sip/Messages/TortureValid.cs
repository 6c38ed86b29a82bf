namespace CecSim.Telephony.Tests.Sip.Messages;

/// <summary>RFC 4475, section 3.1.1: messages that a parser must take.</summary>
internal static class TortureValid
{
    private const string Unusual = "!interesting-Method0123456789_*+`.%indeed'~";
    private const string UnusualUser = "1_unusual.URI~(to-be!sure)&isn't+it$/crazy?,/;;*";

    private static readonly string LongTo =
        $$"""To: "I have a user name of {{Torture.Many("extreme", 10)}} proportion"<sip:""" +
        $$"""user@example.com:6000;unknownparam1=very{{Torture.Many("long", 20)}}value;longparam""" +
        $$"""{{Torture.Many("name", 25)}}=shortvalue;very""" +
        $$"""{{Torture.Many("long", 25)}}ParameterNameWithNoValue>""";

    private static readonly string LongFrom =
        $$"""F: sip:{{Torture.Many("amazinglylongcallername", 5)}}@example.net;tag=12""" +
        $$"""{{Torture.Many("982", 50)}}424;unknownheaderparam{{Torture.Many("name", 20)}}=unknowheaderparam""" +
        $$"""{{Torture.Many("value", 15)}};unknownValueless{{Torture.Many("paramname", 10)}}""";

    private static readonly string LongUnknown =
        $$"""Unknown-{{Torture.Many("Long", 20)}}-Name: unknown-{{Torture.Many("long", 20)}}-value; unknown-""" +
        $$"""{{Torture.Many("long", 20)}}-parameter-name = unknown-""" +
        $$"""{{Torture.Many("long", 20)}}-parameter-value""";

    public static IReadOnlyList<Torture> All { get; } =
    [
        new(
            "3.1.1.1 wsinv",
            Torture.Message(
                $$"""
                INVITE sip:vivekg@chair-dnrc.example.com;unknownparam SIP/2.0
                TO :
                 sip:vivekg@chair-dnrc.example.com ;   tag    = 1918181833n
                from   : "J Rosenberg \\\""       <sip:jdrosen@example.com>
                  ;
                  tag = 98asjd8
                MaX-fOrWaRdS: 0068
                Call-ID: wsinv.ndaksdj@192.0.2.1
                Content-Length   : {length}
                cseq: 0009
                  INVITE
                Via  : SIP  /   2.0
                 /UDP
                    192.0.2.2;branch=390skdjuw
                s :
                NewFangledHeader:   newfangled value
                 continued newfangled value
                UnknownHeaderWithUnusualValue: ;;,,;;,;
                Content-Type: application/sdp
                Route:
                 <sip:services.example.com;lr;unknownwith=value;unknown-no-value>
                v:  SIP  / 2.0  / TCP     spindle.example.com   ;
                  branch  =   z9hG4bK9ikj8  ,
                 SIP  /    2.0   / UDP  192.168.255.111   ; branch=
                 z9hG4bK30239
                m:"Quoted string \"\"" <sip:jdrosen@example.com> ; newparam =
                      newvalue ;
                  secondparam ; q = 0.33

                {{Torture.Sdp("192.0.2.3")}}
                """),
            481),
        new(
            "3.1.1.2 intmeth",
            Torture.Message(
                $$"""
                {{Unusual}} sip:{{UnusualUser}}:&it+has=1,weird!*pas$wo~d_too.(doesn't-it)@example.com SIP/2.0
                Via: SIP/2.0/TCP host1.example.com;branch=z9hG4bK-.!%66*_+`'~
                To: "BEL:\{{"\a"}} NUL:\{{"\0"}} DEL:\{{"\u007f"}}" <sip:{{UnusualUser}}@example.com>
                From: token1~` token2'+_ token3*%!.- <sip:mundane@example.com>
                  ;fromParam''~+*_!.-%="работающий";tag=_token~1'+`*%!-.
                Call-ID: intmeth.word%ZK-!.*_+'@word`~)(><:\/"][?}{
                CSeq: 139122385 {{Unusual}}
                Max-Forwards: 255
                extensionHeader-!.%*+_`'~:大停電
                Content-Length: 0
                """),
            501),
        new(
            "3.1.1.3 esc01",
            Torture.Message(
                $$"""
                INVITE sip:sips%3Auser%40example.com@example.net SIP/2.0
                To: sip:%75se%72@example.com
                From: <sip:I%20have%20spaces@example.net>;tag=938
                Max-Forwards: 87
                i: esc01.239409asdfakjkn23onasd0-3234
                CSeq: 234234 INVITE
                Via: SIP/2.0/UDP host5.example.net;branch=z9hG4bKkdjuw
                C: application/sdp
                Contact:
                  <sip:cal%6Cer@host5.example.net;%6C%72;n%61me=v%61lue%25%34%31>
                Content-Length: {length}

                {{Torture.Sdp("192.0.2.1")}}
                """),
            200),
        new(
            "3.1.1.4 escnull",
            Torture.Message(
                """
                REGISTER sip:example.com SIP/2.0
                To: sip:null-%00-null@example.com
                From: sip:null-%00-null@example.com;tag=839923423
                Max-Forwards: 70
                Call-ID: escnull.39203ndfvkjdasfkq3w4otrq0adsfdfnavd
                CSeq: 14398234 REGISTER
                Via: SIP/2.0/UDP host5.example.com;branch=z9hG4bKkdjuw
                Contact: <sip:%00@host5.example.com>
                Contact: <sip:%00%00@host5.example.com>
                L:0
                """),
            401)
        {
            OfWebSocket = [200],
        },
        new(
            "3.1.1.5 esc02",
            Torture.Message(
                """
                RE%47IST%45R sip:registrar.example.com SIP/2.0
                To: "%Z%45" <sip:resource@example.com>
                From: "%Z%45" <sip:resource@example.com>;tag=f232jadfj23
                Call-ID: esc02.asdfnqwo34rq23i34jrjasdcnl23nrlknsdf
                Via: SIP/2.0/TCP host.example.com;branch=z9hG4bK209%fzsnel234
                CSeq: 29344 RE%47IST%45R
                Max-Forwards: 70
                Contact: <sip:alias1@host1.example.com>
                C%6Fntact: <sip:alias2@host2.example.com>
                Contact: <sip:alias3@host3.example.com>
                l: 0
                """),
            501),
        new(
            "3.1.1.6 lwsdisp",
            Torture.Message(
                """
                OPTIONS sip:user@example.com SIP/2.0
                To: sip:user@example.com
                From: caller<sip:caller@example.com>;tag=323
                Max-Forwards: 70
                Call-ID: lwsdisp.1234abcd@funky.example.com
                CSeq: 60 OPTIONS
                Via: SIP/2.0/UDP funky.example.com;branch=z9hG4bKkdjuw
                l: 0
                """),
            200),
        new(
            "3.1.1.7 longreq",
            Torture.Message(
                $$"""
                INVITE sip:user@example.com SIP/2.0
                {{LongTo}}
                {{LongFrom}}
                Call-ID: longreq.one{{Torture.Many("really", 20)}}longcallid
                CSeq: 3882340 INVITE
                {{LongUnknown}}
                Via: SIP/2.0/TCP sip33.example.com
                v: SIP/2.0/TCP sip32.example.com
                V: SIP/2.0/TCP sip31.example.com
                Via: SIP/2.0/TCP sip30.example.com
                ViA: SIP/2.0/TCP sip29.example.com
                VIa: SIP/2.0/TCP sip28.example.com
                VIA: SIP/2.0/TCP sip27.example.com
                via: SIP/2.0/TCP sip26.example.com
                viA: SIP/2.0/TCP sip25.example.com
                vIa: SIP/2.0/TCP sip24.example.com
                vIA: SIP/2.0/TCP sip23.example.com
                V :  SIP/2.0/TCP sip22.example.com
                v :  SIP/2.0/TCP sip21.example.com
                V  : SIP/2.0/TCP sip20.example.com
                v  : SIP/2.0/TCP sip19.example.com
                Via : SIP/2.0/TCP sip18.example.com
                Via  : SIP/2.0/TCP sip17.example.com
                Via: SIP/2.0/TCP sip16.example.com
                Via: SIP/2.0/TCP sip15.example.com
                Via: SIP/2.0/TCP sip14.example.com
                Via: SIP/2.0/TCP sip13.example.com
                Via: SIP/2.0/TCP sip12.example.com
                Via: SIP/2.0/TCP sip11.example.com
                Via: SIP/2.0/TCP sip10.example.com
                Via: SIP/2.0/TCP sip9.example.com
                Via: SIP/2.0/TCP sip8.example.com
                Via: SIP/2.0/TCP sip7.example.com
                Via: SIP/2.0/TCP sip6.example.com
                Via: SIP/2.0/TCP sip5.example.com
                Via: SIP/2.0/TCP sip4.example.com
                Via: SIP/2.0/TCP sip3.example.com
                Via: SIP/2.0/TCP sip2.example.com
                Via: SIP/2.0/TCP sip1.example.com
                Via: SIP/2.0/TCP host.example.com;received=192.0.2.5;branch=very{{Torture.Many("long", 50)}}branchvalue
                Max-Forwards: 70
                Contact: <sip:{{Torture.Many("amazinglylongcallername", 5)}}@host5.example.net>
                Content-Type: application/sdp
                l: {length}

                {{Torture.Sdp("192.0.2.1")}}
                """),
            200),
        new(
            "3.1.1.8 dblreq",
            Torture.Message(
                $$"""
                REGISTER sip:example.com SIP/2.0
                To: sip:j.user@example.com
                From: sip:j.user@example.com;tag=43251j3j324
                Max-Forwards: 8
                I: dblreq.0ha0isndaksdj99sdfafnl3lk233412
                Contact: sip:j.user@host.example.com
                CSeq: 8 REGISTER
                Via: SIP/2.0/UDP 192.0.2.125;branch=z9hG4bKkdjuw23492
                Content-Length: 0


                INVITE sip:joe@example.com SIP/2.0
                t: sip:joe@example.com
                From: sip:caller@example.net;tag=141334
                Max-Forwards: 8
                Call-ID: dblreq.0ha0isnda977644900765@192.0.2.15
                CSeq: 8 INVITE
                Via: SIP/2.0/UDP 192.0.2.15;branch=z9hG4bKkdjuw380234
                Content-Type: application/sdp
                Content-Length: 152

                {{Torture.Sdp("192.0.2.15")}}
                """),
            401)
        {
            OfStream = [401, 400],
            OfWebSocket = [200],
        },
        new(
            "3.1.1.9 semiuri",
            Torture.Message(
                """
                OPTIONS sip:user;par=u%40example.net@example.com SIP/2.0
                To: sip:j_user@example.com
                From: sip:caller@example.org;tag=33242
                Max-Forwards: 3
                Call-ID: semiuri.0ha0isndaksdj
                CSeq: 8 OPTIONS
                Accept: application/sdp, application/pkcs7-mime,
                        multipart/mixed, multipart/signed,
                        message/sip, message/sipfrag
                Via: SIP/2.0/UDP 192.0.2.1;branch=z9hG4bKkdjuw
                l: 0
                """),
            200),
        new(
            "3.1.1.10 transports",
            Torture.Message(
                """
                OPTIONS sip:user@example.com SIP/2.0
                To: sip:user@example.com
                From: <sip:caller@example.com>;tag=323
                Max-Forwards: 70
                Call-ID:  transports.kijh4akdnaqjkwendsasfdj
                Accept: application/sdp
                CSeq: 60 OPTIONS
                Via: SIP/2.0/UDP t1.example.com;branch=z9hG4bKkdjuw
                Via: SIP/2.0/SCTP t2.example.com;branch=z9hG4bKklasjdhf
                Via: SIP/2.0/TLS t3.example.com;branch=z9hG4bK2980unddj
                Via: SIP/2.0/UNKNOWN t4.example.com;branch=z9hG4bKasd0f3en
                Via: SIP/2.0/TCP t5.example.com;branch=z9hG4bK0a9idfnee
                l: 0
                """),
            200),
        new(
            "3.1.1.11 mpart01",
            Torture.Message(
                $$"""
                MESSAGE sip:kumiko@example.org SIP/2.0
                Via: SIP/2.0/UDP 127.0.0.1:5070;branch=z9hG4bK-d87543-4dade06d0bdb11ee-1--d87543-;rport
                Max-Forwards: 70
                Route: <sip:127.0.0.1:5080>
                Identity: {{Torture.Many("r5mwreLu", 21)}}YUA=
                Contact: <sip:fluffy@127.0.0.1:5070>
                To: <sip:kumiko@example.org>
                From: <sip:fluffy@example.com>;tag=2fb0dcc9
                Call-ID: 3d9485ad0c49859b@Zmx1ZmZ5LW1hYy0xNi5sb2NhbA..
                CSeq: 1 MESSAGE
                Content-Transfer-Encoding: binary
                Content-Type: multipart/mixed;boundary=7a9cbec02ceef655
                Date: Sat, 15 Oct 2005 04:44:56 GMT
                User-Agent: SIPimp.org/0.2.5 (curses)
                Content-Length: {length}

                --7a9cbec02ceef655
                Content-Type: text/plain
                Content-Transfer-Encoding: binary

                Hello
                --7a9cbec02ceef655--
                """),
            405),
    ];
}
