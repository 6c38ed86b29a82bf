using System.Buffers;
using CecSim.Server.Exchanges;
using CecSim.Server.Problems;
using CecSim.Simulation;
using CecSim.Simulation.Journal;
using Microsoft.AspNetCore.Http;

namespace CecSim.Server.Recording;

/// <summary>Writes a request and its answer down.</summary>
internal static class DraftWriter
{
    private const string Success = "0";

    public static JournalDraft Write(
        RecordedRequest recording, VendorExchange exchange, RefusalAnswer? refusal, byte[] body, string basis)
    {
        var (request, response) = (exchange.Http.Request, exchange.Http.Response);
        var bodyCharsMax = exchange.Space.Settings.Journal.BodyCharsMax;
        return new JournalDraft(recording.Masking, bodyCharsMax)
        {
            Id = recording.Id,
            At = recording.At,
            Duration = recording.Elapsed,
            Operation = recording.Operation,
            Method = request.Method,
            Scheme = request.Scheme,
            Host = request.Host.Value ?? "",
            Path = request.Path.Value ?? "",
            Query = request.QueryString.Value ?? "",
            Protocol = request.Protocol,
            RequestHeaders = HeadersOf(request.Headers),
            RequestBody = DraftBody.Of(exchange.Body?.Raw ?? Unread(request), bodyCharsMax),
            UserId = UserOf(recording, exchange),
            Status = response.StatusCode,
            ResultCode = refusal is null && !recording.IsRefused ? SuccessOf(recording) : refusal?.ResultCode,
            ResponseHeaders = HeadersOf(response.Headers),
            ResponseBody = DraftBody.Of(body, bodyCharsMax),
            Basis = basis,
            Wrong = recording.Wrong,
            Faults = recording.Faults,
            HeldFor = recording.HeldFor,
        };
    }

    /// <summary>What no vendor answer was made for: the connection ended first, or something else answered.</summary>
    public static JournalDraft WriteUnseen(RecordedRequest recording, bool isCutShort)
    {
        var (request, response) = (recording.Http.Request, recording.Http.Response);
        return new JournalDraft(recording.Masking, bodyCharsMax: 0)
        {
            Id = recording.Id,
            At = recording.At,
            Duration = recording.Elapsed,
            Operation = recording.Operation,
            Method = request.Method,
            Scheme = request.Scheme,
            Host = request.Host.Value ?? "",
            Path = request.Path.Value ?? "",
            Query = request.QueryString.Value ?? "",
            Protocol = request.Protocol,
            RequestHeaders = HeadersOf(request.Headers),
            UserId = recording.Client?.UserId,
            Status = isCutShort ? JournalEntry.NoAnswer : response.StatusCode,
            Faults = recording.Faults,
            IsCutShort = isCutShort,
        };
    }

    public static string? UserOf(RecordedRequest recording, VendorExchange exchange) =>
        exchange.User?.UserId
        ?? recording.Client?.UserId
        ?? (recording.Operation == CecOperation.ApplyToken && exchange.Body?.Peek("userId") is { Length: > 0 } userId
            ? userId
            : null);

    private static string? SuccessOf(RecordedRequest recording) =>
        recording.Operation is null or CecOperation.TokenByAkSk or CecOperation.QueryAgentInfo ? null : Success;

    private static JournalHeader[] HeadersOf(IHeaderDictionary headers)
    {
        var list = new JournalHeader[headers.Count];
        var count = 0;
        foreach (var (name, values) in headers)
        {
            list[count++] = new JournalHeader(name, values.ToString());
        }

        return list;
    }

    // Whoever is refused before its body was read: what has arrived of it anyway. Nobody waits for more.
    private static ReadOnlyMemory<byte> Unread(HttpRequest request)
    {
        if (request.ContentLength is not > 0 || !request.BodyReader.TryRead(out var read))
        {
            return default;
        }

        var bytes = read.Buffer.ToArray();
        request.BodyReader.AdvanceTo(read.Buffer.End);
        return bytes;
    }
}
