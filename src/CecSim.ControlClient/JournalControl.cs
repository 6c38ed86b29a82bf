using System.Globalization;

namespace CecSim.ControlClient;

/// <summary>
/// What clients sent, and what went out in answer: of a space, or what belongs to none. An entry is there before the
/// last byte of its answer is with the client. Everything here fails on a server that was started with
/// <c>--no-journal</c>.
/// </summary>
public sealed class JournalControl
{
    private readonly ControlChannel _channel;
    private readonly string _prefix;

    /// <param name="channel">To the server.</param>
    /// <param name="prefix">The path of the space with a slash at its end; empty for what belongs to none.</param>
    internal JournalControl(ControlChannel channel, string prefix)
    {
        _channel = channel;
        _prefix = prefix;
    }

    private string Path => $"{_prefix}journal";

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
            Path + QueryOf(query ?? new JournalQuery(), limit, after),
            ControlContractJson.Default.JournalPage,
            cancellationToken);

    /// <summary>Judges a claim. Where dropped entries would matter it is not held to hold.</summary>
    /// <param name="claim">What is claimed.</param>
    /// <param name="cancellationToken">Ends the request.</param>
    public Task<JournalVerdict> VerifyAsync(JournalClaim claim, CancellationToken cancellationToken = default) =>
        _channel.PostAsync(
            $"{Path}/verify",
            claim,
            ControlContractJson.Default.JournalClaim,
            ControlContractJson.Default.JournalVerdict,
            cancellationToken);

    /// <summary>Tells why a request was answered as it was.</summary>
    /// <param name="entryId">The entry's id: the answer's header <c>X-CecSim-Id</c>.</param>
    /// <param name="cancellationToken">Ends the request.</param>
    public Task<Explanation> ExplainAsync(string entryId, CancellationToken cancellationToken = default) =>
        _channel.GetAsync(
            $"{_prefix}explain/{Uri.EscapeDataString(entryId)}",
            ControlContractJson.Default.Explanation,
            cancellationToken);

    /// <summary>The journal as HTTP Archive 1.2, the JSON that a browser's network panel opens.</summary>
    /// <param name="query">Which entries; null for all.</param>
    /// <param name="cancellationToken">Ends the request.</param>
    public Task<string> ReadHarAsync(JournalQuery? query = null, CancellationToken cancellationToken = default) =>
        ReadHarAsync(query, limit: null, cancellationToken: cancellationToken);

    /// <summary>A part of the journal as HTTP Archive 1.2.</summary>
    /// <param name="query">Which entries; null for all.</param>
    /// <param name="limit">How many at most: the latest ones, with <paramref name="after"/> the first ones.</param>
    /// <param name="after">Only those after the entry of this id; null to begin at the oldest.</param>
    /// <param name="cancellationToken">Ends the request.</param>
    public async Task<string> ReadHarAsync(
        JournalQuery? query, int? limit, string? after = null, CancellationToken cancellationToken = default) =>
        (await _channel.GetAsync(
            $"{Path}/har{QueryOf(query ?? new JournalQuery(), limit, after)}",
            ControlJson.Default.JsonElement,
            cancellationToken).ConfigureAwait(false)).GetRawText();

    /// <summary>Forgets all entries, and that any were dropped. Numbers go on, and findings stay.</summary>
    /// <param name="cancellationToken">Ends the request.</param>
    public Task ClearAsync(CancellationToken cancellationToken = default) =>
        _channel.DeleteAsync(Path, cancellationToken);

    private static string QueryOf(JournalQuery query, int? limit, string? after)
    {
        return ControlChannel.QueryOf(
            ("operation", query.Operation), ("method", query.Method), ("path", query.Path), ("user", query.User),
            ("status", query.Status?.ToString(CultureInfo.InvariantCulture)), ("resultCode", query.ResultCode),
            ("since", query.Since?.ToString("O", CultureInfo.InvariantCulture)),
            ("until", query.Until?.ToString("O", CultureInfo.InvariantCulture)),
            ("text", query.Text), ("limit", limit?.ToString(CultureInfo.InvariantCulture)), ("after", after));
    }
}
