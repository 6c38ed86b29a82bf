using CecSim.Telephony.Sip.Messages;

namespace CecSim.Telephony.Tests.Sip.Messages;

/// <summary>Broken messages through the whole stack.</summary>
public sealed class FuzzTests
{
    private const int Seed = 20_261_120;
    private const long BytesPerMessageMax = 2_000_000;

    private static readonly int MutationsCount = MutationRuns.Or(30_000);

    [Fact]
    public void Broken_messages_break_nothing()
    {
        var bench = new SipTestServer(new SipServerSettings { CallsMax = 50, TransactionsMax = 500 });
        var phone = Phone.OnDatagrams(bench.Server);
        var seeds = Mutations.Seeds(phone);
        var draws = new Random(Seed);
        for (var number = 0; number < MutationsCount; number++)
        {
            var text = Mutations.Mutate(seeds[draws.Next(seeds.Length)], draws);
            var before = GC.GetAllocatedBytesForCurrentThread();
            var failure = Record.Exception(() => phone.Send(text));
            var allocated = GC.GetAllocatedBytesForCurrentThread() - before;

            Assert.True(failure is null, $"Message {number} of seed {Seed} throws {failure}: {Start(text)}");
            Assert.True(allocated < BytesPerMessageMax, $"Message {number} takes {allocated} bytes: {Start(text)}");
            phone.TakeAll();
            if (number % 1_000 == 0)
            {
                // The bench's own lists would grow under a message, and be taken for what that costs.
                Assert.DoesNotContain(bench.Heard, h => h.StartsWith("failed", StringComparison.Ordinal));
                bench.Heard.Clear();
                bench.Refusals.Clear();
                bench.Time.Advance(TimeSpan.FromMinutes(1));
            }
        }

        bench.Time.Advance(TimeSpan.FromHours(2));
        Assert.DoesNotContain(bench.Heard, h => h.StartsWith("failed", StringComparison.Ordinal));
        Assert.True(
            bench.Invites.Count > MutationsCount / 1_000, "The mutations are so wild that nothing gets through.");
        Assert.Equal((0, 0), (bench.Server.Load.ServerTransactionsCount, bench.Server.Load.ClientTransactionsCount));
    }

    [Fact]
    public void Broken_PRACKs_and_refreshes_in_a_call_break_nothing()
    {
        var bench = new SipTestServer();
        var phone = Phone.OnDatagrams(bench.Server);
        var decision = new TaskCompletionSource<InviteDecision>();
        bench.Decide = invite =>
        {
            invite.Ring();
            return invite.CallId == "rings"
                ? new ValueTask<InviteDecision>(decision.Task)
                : ValueTask.FromResult<InviteDecision>(new InviteDecision.Answer(Caller.Answer));
        };
        Caller[] callers = [new(phone, "rings"), new(phone, "talks")];
        foreach (var caller in callers)
        {
            phone.Send(caller.Invite(
                "Require: 100rel\r\nSupported: timer\r\nAllow: UPDATE\r\nSession-Expires: 7200;refresher=uas\r\n"));
            caller.ToTag = phone.TakeAll()[^1].ToTag;
        }

        phone.Send(callers[1].Ack());
        SendMutants(bench, phone, draws =>
        {
            var caller = callers[draws.Next(callers.Length)];
            return draws.Next(3) switch
            {
                0 => caller.Request("PRACK", "RAck: 776655 1 INVITE\r\n"),
                1 => caller.Request("UPDATE", "Supported: timer\r\nSession-Expires: 1800;refresher=uac\r\n"),
                _ => caller.Request(
                    "UPDATE", "Require: timer\r\nSession-Expires: 90\r\n", Caller.Offer, "application/sdp"),
            };
        });

        bench.Time.Advance(TimeSpan.FromDays(1));
        Assert.Equal(["ended"], bench.Heard.Select(h => h.Split(' ')[0]).Distinct());
        Assert.Equal(new SipLoad(0, 0, 0, 0), bench.Server.Load);
    }

    [Fact]
    public void Broken_transfers_and_subscriptions_break_nothing()
    {
        var bench = new SipTestServer();
        var phone = Phone.OnDatagrams(bench.Server);
        Caller[] callers = [new(phone, "one"), new(phone, "two")];
        foreach (var caller in callers)
        {
            caller.Connect();
        }

        var referred = 0;
        SendMutants(bench, phone, draws =>
        {
            var (caller, other) = draws.Next(2) == 0 ? (callers[0], callers[1]) : (callers[1], callers[0]);
            if (bench.Referrals.Count > referred)
            {
                referred = bench.Referrals.Count;
                bench.Referrals[^1].Call.NotifyReferred(draws.Next(2) == 0 ? 200 : 486);
            }

            return draws.Next(5) switch
            {
                0 => caller.Request("REFER", "Refer-To: <sip:1002@cec.test>\r\nReferred-By: <sip:1001@cec.test>\r\n"),
                1 => caller.Request(
                    "REFER",
                    $"Refer-To: <sip:1002@cec.test?Replaces={other.Id}%3Bto-tag%3D{other.ToTag}" +
                    $"%3Bfrom-tag%3Dfrom-{other.Id}>\r\n"),
                2 => caller.Request(
                    "NOTIFY",
                    "Event: refer\r\nSubscription-State: active;expires=60\r\n",
                    "SIP/2.0 180 Ringing\r\n",
                    "message/sipfrag"),
                3 => new Caller(phone, $"replacing-{draws.Next(50)}").Invite(
                    $"Require: replaces\r\nReplaces: {other.Id}" +
                    $";to-tag={other.ToTag};from-tag=from-{other.Id}\r\n"),
                _ => new Caller(phone, $"watch-{draws.Next(50)}") { Target = "sip:1001@cec.test" }.Request(
                    "SUBSCRIBE", "Event: message-summary\r\nExpires: 600\r\n"),
            };
        });

        Assert.DoesNotContain(bench.Heard, h => h.StartsWith("failed", StringComparison.Ordinal));
        Assert.True(
            referred > MutationsCount / 100 && bench.Referrals.Any(r => r.Replaced is not null),
            "The mutations are so wild that nothing gets through.");
        foreach (var invite in bench.Invites)
        {
            invite.Call.HangUp("the test is over");
        }

        bench.Time.Advance(TimeSpan.FromDays(1));
        Assert.DoesNotContain(bench.Heard, h => h.StartsWith("failed", StringComparison.Ordinal));
        Assert.Equal(new SipLoad(0, 0, 0, 0), bench.Server.Load);
    }

    [Fact]
    public void Broken_streams_break_nothing()
    {
        var seeds = Mutations.Seeds(Phone.OnDatagrams(new SipTestServer().Server));
        var draws = new Random(Seed);
        for (var number = 0; number < MutationsCount; number++)
        {
            var framer = new SipStreamFramer();
            var stream = Encoding.UTF8.GetBytes(Mutations.Mutate(string.Concat(draws.GetItems(seeds, 2)), draws));
            var cutBytes = 0;
            foreach (var piece in stream.Chunk(draws.Next(1, 2_000)))
            {
                framer.Append(piece);
                while (framer.Next() is { } message)
                {
                    cutBytes += message.Length;
                    SipReader.Read(message, framer.Fault);
                }
            }

            Assert.True(cutBytes <= stream.Length, $"Stream {number} of seed {Seed} gives more than it got.");
        }
    }

    private static void SendMutants(SipTestServer bench, Phone phone, Func<Random, string> draw)
    {
        var draws = new Random(Seed);
        for (var number = 0; number < MutationsCount; number++)
        {
            var mutant = Mutations.Mutate(draw(draws), draws);

            var failure = Record.Exception(() => phone.Send(mutant));

            Assert.True(failure is null, $"Message {number} of seed {Seed} throws {failure}: {Start(mutant)}");

            // What it is told it answers, as brokenly.
            foreach (var told in phone.TakeAll().Where(m => m["Event"] is not null))
            {
                var answer = Caller.AnswerTo(told, 200);
                phone.Send(draws.Next(2) == 0 ? answer : Mutations.Mutate(answer, draws));
            }

            if (number % 2_000 == 0)
            {
                bench.Time.Advance(TimeSpan.FromSeconds(1));
            }
        }
    }

    private static string Start(string text) =>
        $"{text.Length} characters, {Uri.EscapeDataString(text[..Math.Min(text.Length, 600)])}";
}
