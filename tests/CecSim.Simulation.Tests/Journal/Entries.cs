namespace CecSim.Simulation.Tests.Journal;

/// <summary>Entries as a journal gives them.</summary>
internal static class Entries
{
    public static JournalEntry Of(long number = 1, string method = "POST", params JournalHeader[] headers) => new()
    {
        Id = new JournalId(number),
        At = Drafts.Start.AddSeconds(number),
        Duration = TimeSpan.Zero,
        Operation = CecOperation.CreateClickToCall,
        Method = method,
        Origin = "http://cec",
        Path = "/calls",
        Query = "?q=1",
        Protocol = "HTTP/1.1",
        RequestHeaders = headers,
        UserId = "u1",
        Status = 200,
        ResultCode = "0",
    };

    /// <summary>A browser's question on behalf of a page.</summary>
    public static JournalEntry Preflight(long number = 1) => Of(
        number, "OPTIONS", new("origin", "http://page"), new("Access-Control-Request-Method", "POST"));
}
