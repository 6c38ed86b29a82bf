namespace CecSim.Simulation.Tests.Journal;

/// <summary>Requests as a server would record them.</summary>
internal static class Drafts
{
    public static readonly DateTimeOffset Start = new(2026, 1, 5, 9, 0, 0, TimeSpan.Zero);

    public static JournalDraft Of(JournalRing ring, int bodyBytes = 1, int headersCount = 0)
    {
        var id = ring.TakeId();
        return new JournalDraft(new Masking([]), ring.Settings.BodyCharsMax)
        {
            Id = id,
            At = Start.AddSeconds(id.Number),
            Duration = TimeSpan.Zero,
            Method = "POST",
            Scheme = "http",
            Host = "cec",
            Path = "/",
            Query = "",
            Protocol = "HTTP/1.1",
            RequestHeaders =
            [
                .. Enumerable.Range(0, headersCount)
                    .Select(n => new JournalHeader("x-name", new string((char)('a' + n), 60))),
            ],
            RequestBody = DraftBody.Of(
                Encoding.UTF8.GetBytes(new string('x', bodyBytes)), ring.Settings.BodyCharsMax),
        };
    }
}
