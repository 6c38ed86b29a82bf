namespace CecSim.ControlClient;

/// <summary>
/// What the clients of a space sent, and what went out in answer. An entry is there before the last byte of its answer
/// is with the client. Everything here fails on a server that was started with <c>--no-journal</c>.
/// </summary>
public sealed class JournalControl
{
    private readonly ControlChannel _channel;
    private readonly string _spacePath;

    internal JournalControl(ControlChannel channel, string spacePath)
    {
        _channel = channel;
        _spacePath = spacePath;
    }

    private string Path => $"{_spacePath}/journal";

    /// <summary>Finds entries.</summary>
    /// <param name="query">Which; null for all.</param>
    /// <param name="limit">How many at most: the latest ones, with <paramref name="after"/> the first ones.</param>
    /// <param name="after">Only those after the entry of this id; null to begin at the oldest.</param>
    /// <param name="cancellationToken">Ends the request.</param>
    public Task<JournalPage> SearchAsync(
        JournalQuery? query = null,
        int? limit = null,
        string? after = null,
        CancellationToken cancellationToken = default) =>
        _channel.GetAsync(
            Path + (query ?? new JournalQuery()).ToQueryString(limit, after),
            ControlJson.Default.JournalPage,
            cancellationToken);

    /// <summary>Judges a claim. Where dropped entries would matter it is not held to hold.</summary>
    /// <param name="claim">What is claimed.</param>
    /// <param name="cancellationToken">Ends the request.</param>
    public Task<JournalVerdict> VerifyAsync(JournalClaim claim, CancellationToken cancellationToken = default) =>
        _channel.PostAsync(
            $"{Path}/verify",
            claim,
            ControlJson.Default.JournalClaim,
            ControlJson.Default.JournalVerdict,
            cancellationToken);

    /// <summary>Tells why a request was answered as it was.</summary>
    /// <param name="entryId">The entry's id: the answer's header <c>X-CecSim-Id</c>.</param>
    /// <param name="cancellationToken">Ends the request.</param>
    public Task<Explanation> ExplainAsync(string entryId, CancellationToken cancellationToken = default) =>
        _channel.GetAsync(
            $"{_spacePath}/explain/{Uri.EscapeDataString(entryId)}",
            ControlJson.Default.Explanation,
            cancellationToken);

    /// <summary>The journal as HTTP Archive 1.2, the JSON that a browser's network panel opens.</summary>
    /// <param name="query">Which entries; null for all.</param>
    /// <param name="cancellationToken">Ends the request.</param>
    public async Task<string> ReadHarAsync(JournalQuery? query = null, CancellationToken cancellationToken = default) =>
        (await _channel.GetAsync(
            $"{Path}/har{(query ?? new JournalQuery()).ToQueryString(limit: null, after: null)}",
            ControlJson.Default.JsonElement,
            cancellationToken).ConfigureAwait(false)).GetRawText();

    /// <summary>Forgets all entries, and that any were dropped. Numbers go on, and findings stay.</summary>
    /// <param name="cancellationToken">Ends the request.</param>
    public Task ClearAsync(CancellationToken cancellationToken = default) =>
        _channel.DeleteAsync(Path, cancellationToken);
}
