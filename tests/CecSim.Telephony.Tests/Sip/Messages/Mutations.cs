namespace CecSim.Telephony.Tests.Sip.Messages;

/// <summary>Sound messages of every kind, and ways to break them.</summary>
internal static class Mutations
{
    private static readonly string[] Spices =
    [
        "\r\n", "\r", "\n", "\r\n ", "\r\n\r\n", "\0", "\"", "<", ">", ";", ",", ":", "@", "=", "%", "\\", "[", "]",
        " ", "9999999999999999999", "-1", "SIP/2.0", "sip:", ";tag=", ";branch=z9hG4bK", "Content-Length: 4\r\n", "é",
        "Via: SIP/2.0/UDP x\r\n", "Contact: *\r\n", "Expires: 0\r\n", "Require: timer\r\n", "\r\nCSeq: 2 BYE", "?a=b",
    ];

    public static string[] Seeds(Phone phone)
    {
        var caller = new Caller(phone) { ToTag = "x" };
        return
        [
            new Caller(phone).Invite("Record-Route: <sip:p.test;lr>\r\nSupported: timer, outbound\r\n"),
            caller.Request("BYE"),
            caller.Request("INFO", "", "Signal=5\r\nDuration=100\r\n", "application/dtmf-relay"),
            caller.Request("UPDATE"),
            caller.Request("PRACK", "RAck: 776655 1 INVITE\r\n"),
            new Caller(phone, "call-2").Invite(
                "Require: 100rel, timer\r\nSession-Expires: 1800;refresher=uas\r\nMin-SE: 90\r\nAllow: UPDATE\r\n"),
            caller.Request(
                "REFER",
                "Refer-To: \"A\" <sip:1002@cec.test?Replaces=call-2%3Bto-tag%3Da%3Bfrom-tag%3Db>;method=INVITE\r\n" +
                "Referred-By: <sip:1001@cec.test>;cid=\"1@x\"\r\nRefer-Sub: false\r\n"),
            caller.Request(
                "NOTIFY",
                "Event: refer;id=2\r\nSubscription-State: terminated;reason=noresource\r\n",
                "SIP/2.0 486 Busy Here\r\n",
                "message/sipfrag;version=2.0"),
            new Caller(phone, "call-3").Invite(
                "Replaces: call-2;to-tag=a;from-tag=b;early-only\r\nRequire: replaces\r\n"),
            new Caller(phone, "watch") { Target = "sip:1001@cec.test" }.Request(
                "SUBSCRIBE", "Event: dialog;call-id=a\r\nExpires: 600\r\nAccept: application/dialog-info+xml\r\n"),
            caller.Cancel(),
            caller.Ack(),
            new Caller(phone).Request("OPTIONS", "Accept: application/sdp, text/plain;q=0.5\r\n"),
            new Caller(phone) { Target = "sip:1001@cec.test" }.Request(
                "REGISTER",
                "Contact: \"A, b\" <sip:1001@host.test;ob>;expires=60, <sip:1001@other.test>\r\n" +
                "Authorization: Digest username=\"1001\", realm=\"cec.test\", nonce=\"ab\", uri=\"sip:cec.test\", " +
                "response=\"00\", qop=auth, nc=00000001, cnonce=\"c\", algorithm=MD5\r\n"),
            SipText.Text("SIP/2.0 200 OK", "To: <sip:9001@cec.test>;tag=2"),
        ];
    }

    public static string Mutate(string text, Random draws)
    {
        var mutant = new StringBuilder(text);
        for (var edits = draws.Next(1, 6); edits > 0; edits--)
        {
            var at = draws.Next(mutant.Length);
            switch (draws.Next(6))
            {
                case 0:
                    mutant[at] = (char)draws.Next(1, 0x180);
                    break;
                case 1:
                    mutant.Remove(at, Math.Min(draws.Next(1, 40), mutant.Length - at - 1));
                    break;
                case 2 or 3:
                    mutant.Insert(at, Spices[draws.Next(Spices.Length)]);
                    break;
                case 4:
                    mutant.Insert(at, mutant.ToString(at, Math.Min(draws.Next(1, 200), mutant.Length - at)));
                    break;
                case 5:
                    mutant.Insert(at, Spices[draws.Next(Spices.Length)], draws.Next(1, 2_000));
                    break;
            }
        }

        return mutant.ToString();
    }
}
