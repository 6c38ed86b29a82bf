using CecSim.Telephony.Sip.Messages;

namespace CecSim.Telephony.Tests.Sip.Messages;

/// <summary>A hundred thousand broken messages through the whole stack.</summary>
public sealed class FuzzTests
{
    private const int MutationsCount = 100_000;
    private const int Seed = 20_261_120;
    private const long BytesPerMessageMax = 2_000_000;

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
                bench.Time.Advance(TimeSpan.FromMinutes(1));
            }
        }

        bench.Time.Advance(TimeSpan.FromHours(2));
        Assert.DoesNotContain(bench.Heard, h => h.StartsWith("failed", StringComparison.Ordinal));
        Assert.True(bench.Invites.Count > 100, "The mutations are so wild that nothing gets through.");
        Assert.Equal((0, 0), (bench.Server.Load.ServerTransactionsCount, bench.Server.Load.ClientTransactionsCount));
    }

    [Fact]
    public void Broken_streams_break_nothing()
    {
        var seeds = Mutations.Seeds(Phone.OnDatagrams(new SipTestServer().Server));
        var draws = new Random(Seed);
        for (var number = 0; number < MutationsCount / 5; number++)
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

    private static string Start(string text) =>
        $"{text.Length} characters, {Uri.EscapeDataString(text[..Math.Min(text.Length, 600)])}";
}
