using System.Text;
using CecSim.Telephony.Sip;

namespace CecSim.Telephony.Tests.Sip.Messages;

/// <summary>A hundred thousand broken messages through the whole stack. One that fails is named by its number.</summary>
public sealed class FuzzTests
{
    private const int MutationsCount = 100_000;
    private const int Seed = 20_261_120;
    private const long BytesPerMessageMax = 2_000_000;

    private static readonly string[] Spices =
    [
        "\r\n", "\r", "\n", "\r\n ", "\r\n\r\n", "\0", "\"", "<", ">", ";", ",", ":", "@", "=", "%", "\\", "[", "]", " ",
        "9999999999999999999", "-1", "SIP/2.0", "sip:", ";tag=", ";branch=z9hG4bK", "Content-Length: 4\r\n", "é",
        "Via: SIP/2.0/UDP x\r\n", "Contact: *\r\n", "Expires: 0\r\n", "Require: timer\r\n", "\r\nCSeq: 2 BYE", "?a=b",
    ];

    [Fact]
    public void Broken_messages_break_nothing()
    {
        var bench = new Bench(new SipServerSettings { CallsMax = 50, TransactionsMax = 500 });
        var phone = Phone.OnDatagrams(bench.Server);
        var seeds = Seeds(phone);
        var draws = new Random(Seed);
        for (var number = 0; number < MutationsCount; number++)
        {
            var text = Mutate(seeds[draws.Next(seeds.Length)], draws);
            var before = GC.GetAllocatedBytesForCurrentThread();
            var failure = Record.Exception(() => phone.Send(text));
            var allocated = GC.GetAllocatedBytesForCurrentThread() - before;

            Assert.True(failure is null, $"Message {number} of seed {Seed} throws {failure}: {Start(text)}");
            Assert.True(allocated < BytesPerMessageMax, $"Message {number} takes {allocated} bytes: {Start(text)}");
            phone.TakeAll();
            if (number % 1_000 == 0)
            {
                bench.Time.Advance(TimeSpan.FromMinutes(1));
            }
        }

        bench.Time.Advance(TimeSpan.FromHours(2));
        Assert.DoesNotContain(bench.Heard, h => h.StartsWith("failed", StringComparison.Ordinal));
        Assert.True(bench.Invites.Count > 100, "The mutations are so wild that nothing gets through.");
        Assert.Equal((0, 0), (bench.Server.Load.ServerTransactionsCount, bench.Server.Load.ClientTransactionsCount));
    }

    private static string Start(string text) => $"{text.Length} characters, {Uri.EscapeDataString(text[..Math.Min(text.Length, 600)])}";

    private static string[] Seeds(Phone phone)
    {
        var caller = new Caller(phone) { ToTag = "x" };
        return
        [
            new Caller(phone).Invite("Record-Route: <sip:p.test;lr>\r\nSupported: timer, outbound\r\n"),
            caller.Request("BYE"),
            caller.Request("INFO", "", "Signal=5\r\nDuration=100\r\n", "application/dtmf-relay"),
            caller.Request("UPDATE"),
            caller.Cancel(),
            caller.Ack(),
            new Caller(phone).Request("OPTIONS", "Accept: application/sdp, text/plain;q=0.5\r\n"),
            new Caller(phone) { Target = "sip:1001@cec.test" }.Request(
                "REGISTER",
                "Contact: \"A, b\" <sip:1001@host.test;ob>;expires=60, <sip:1001@other.test>\r\n" +
                "Authorization: Digest username=\"1001\", realm=\"cec.test\", nonce=\"ab\", uri=\"sip:cec.test\", " +
                "response=\"00\", qop=auth, nc=00000001, cnonce=\"c\", algorithm=MD5\r\n"),
            Messages.Reading.Text("SIP/2.0 200 OK", "To: <sip:9001@cec.test>;tag=2"),
        ];
    }

    private static string Mutate(string text, Random draws)
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
