using System.Buffers;
using CecSim.Simulation.Journal;
using Microsoft.Extensions.Primitives;

namespace CecSim.Server.Recording;

/// <summary>Writes a request and its answer down.</summary>
internal static class DraftWriter
{
    /// <param name="exchange">Null where nothing of CEC's answered.</param>
    public static JournalDraft Write(
        RecordedRequest recording, HttpContext http, VendorExchange? exchange, RecordedAnswer answer)
    {
        var request = http.Request;
        var address = ServerAddress.Of(http);
        var bodyCharsMax = recording.Settings.BodyCharsMax;
        return new JournalDraft(recording.Masking, bodyCharsMax)
        {
            Id = recording.Id,
            At = recording.At,
            Timestamp = recording.Timestamp,
            Duration = recording.Elapsed,
            Operation = recording.Operation?.Id,
            Method = request.Method,
            Scheme = address.Scheme,
            Host = address.Host.Value ?? "",
            Path = request.Path.Value ?? "",
            Query = request.QueryString.Value ?? "",
            Protocol = request.Protocol,
            RequestHeaders = HeadersOf(request.Headers),
            RequestBody = DraftBody.Of(exchange?.Body?.Raw ?? Unread(http), bodyCharsMax),
            UserId = UserOf(recording, exchange),
            Status = answer.Status,
            ResultCode = answer.ResultCode,
            ResponseHeaders = answer.Headers is { } headers ? HeadersOf(headers) : [],
            ResponseBody = DraftBody.Of(answer.Body, bodyCharsMax),
            IsOfFault = answer.IsOfFault,
            Basis = answer.Basis,
            Wrong = recording.Violations,
            Faults = recording.Faults,
            HeldFor = recording.HeldFor,
            IsCutShort = answer.IsCutShort,
        };
    }

    public static string? UserOf(RecordedRequest recording, VendorExchange? exchange) =>
        exchange?.User?.UserId
        ?? recording.Client?.UserId
        ?? (recording.Operation is { UserKey: UserKey.Body }
            && exchange?.Body?.GetStringOrEmpty("userId") is { Length: > 0 } userId
            ? userId
            : null);

    // Copied: the server's headers enumerate at the cost of all the rest of a draft.
    private static JournalHeader[] HeadersOf(IHeaderDictionary headers)
    {
        var list = new JournalHeader[headers.Count];
        var copy = ArrayPool<KeyValuePair<string, StringValues>>.Shared.Rent(list.Length);
        headers.CopyTo(copy, 0);
        for (var i = 0; i < list.Length; i++)
        {
            list[i] = new JournalHeader(copy[i].Key, copy[i].Value.ToString());
        }

        ArrayPool<KeyValuePair<string, StringValues>>.Shared.Return(copy, clearArray: true);
        return list;
    }

    // Whoever is refused before its body was read: what has arrived of it anyway. Nobody waits for more.
    internal static ReadOnlyMemory<byte> Unread(HttpContext http)
    {
        if (http.Request.ContentLength is not > 0 || http.RequestAborted.IsCancellationRequested)
        {
            return default;
        }

        try
        {
            if (!http.Request.BodyReader.TryRead(out var read))
            {
                return default;
            }

            var bytes = read.Buffer.ToArray();
            http.Request.BodyReader.AdvanceTo(read.Buffer.End);
            return bytes;
        }
        catch (Exception e) when (RequestBug.IsConnectionLost(http, e) || e is BadHttpRequestException)
        {
            return default;
        }
    }
}
