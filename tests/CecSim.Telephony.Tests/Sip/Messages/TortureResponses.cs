namespace CecSim.Telephony.Tests.Sip.Messages;

/// <summary>The responses of RFC 4475, in sound and in broken forms: nobody answers a response.</summary>
internal static class TortureResponses
{
    public static IReadOnlyList<Torture> All { get; } =
    [
        new(
            "3.1.1.12 unreason",
            Torture.Message(
                $$"""
                SIP/2.0 200 = 2**3 * 5**2 но сто девяносто девять - простое
                Via: SIP/2.0/UDP 192.0.2.198;branch=z9hG4bK1324923
                Call-ID: unreason.1234ksdfak3j2erwedfsASdf
                CSeq: 35 INVITE
                From: sip:user@example.com;tag=11141343
                To: sip:user@example.edu;tag=2229
                Content-Length: {length}
                Content-Type: application/sdp
                Contact: <sip:user@host198.example.com>

                {{Torture.Sdp("192.0.2.198")}}
                """)),
        new(
            "3.1.1.13 noreason",
            Torture.Message(
                $$"""
                SIP/2.0 100{{" "}}
                Via: SIP/2.0/UDP 192.0.2.105;branch=z9hG4bK2398ndaoe
                Call-ID: noreason.asndj203insdf99223ndf
                CSeq: 35 INVITE
                From: <sip:user@example.com>;tag=39ansfi3
                To: <sip:user@example.edu>;tag=902jndnke3
                Content-Length: 0
                Contact: <sip:user@host105.example.com>
                """)),
        new(
            "3.1.2.5 scalarlg",
            Torture.Message(
                """
                SIP/2.0 503 Service Unavailable
                Via: SIP/2.0/TCP host129.example.com;branch=z9hG4bKzzxdiwo34sw;received=192.0.2.129
                To: <sip:user@example.com>
                From: <sip:other@example.net>;tag=2easdjfejw
                CSeq: 9292394834772304023312 OPTIONS
                Call-ID: scalarlg.noase0of0234hn2qofoaf0232aewf2394r
                Retry-After: 949302838503028349304023988
                Warning: 1812 overture "In Progress"
                Content-Length: 0
                """)),
        new(
            "3.1.2.19 bigcode",
            Torture.Message(
                """
                SIP/2.0 4294967301 better not break the receiver
                Via: SIP/2.0/UDP 192.0.2.105;branch=z9hG4bK2398ndaoe
                Call-ID: bigcode.asdof3uj203asdnf3429uasdhfas3ehjasdfas9i
                CSeq: 353494 INVITE
                From: <sip:user@example.com>;tag=39ansfi3
                To: <sip:user@example.edu>;tag=902jndnke3
                Content-Length: 0
                Contact: <sip:user@host105.example.com>
                """)),
        new(
            "3.3.10 bcast",
            Torture.Message(
                $$"""
                SIP/2.0 200 OK
                Via: SIP/2.0/UDP 192.0.2.198;branch=z9hG4bK1324923
                Via: SIP/2.0/UDP 255.255.255.255;branch=z9hG4bK1saber23
                Call-ID: bcast.0384840201234ksdfak3j2erwedfsASdf
                CSeq: 35 INVITE
                From: sip:user@example.com;tag=11141343
                To: sip:user@example.edu;tag=2229
                Content-Length: {length}
                Content-Type: application/sdp
                Contact: <sip:user@host28.example.com>

                {{Torture.Sdp("192.0.2.198")}}
                """)),
    ];
}
