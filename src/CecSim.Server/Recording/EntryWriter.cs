using CecSim.Server.Exchanges;
using CecSim.Server.Problems;
using CecSim.Simulation;
using CecSim.Simulation.Journal;
using Microsoft.AspNetCore.Http;

namespace CecSim.Server.Recording;

/// <summary>Writes a request and its answer down, without their secrets.</summary>
internal static class EntryWriter
{
    private const string Success = "0";

    public static JournalEntry Write(
        RecordedRequest recording,
        VendorExchange exchange,
        RefusalAnswer? refusal,
        ReadOnlySpan<byte> body,
        string basis,
        DateTimeOffset at,
        TimeSpan duration)
    {
        var response = exchange.Http.Response;
        var (masking, settings) = (recording.Masking, exchange.Space.Settings.Journal);
        var sent = exchange.Body is { } read ? read.Raw.Span : Unread(exchange.Http.Request);
        return EntryOf(recording, at, duration) with
        {
            UserId = UserOf(recording, exchange),
            RequestBody = sent.IsEmpty ? null : masking.Body(sent, settings.BodyCharsMax),
            Status = response.StatusCode,
            ResultCode = refusal is null && !recording.IsRefused ? SuccessOf(recording) : refusal?.ResultCode,
            ResponseHeaders = HeadersOf(response.Headers, masking),
            ResponseBody = body.IsEmpty ? null : masking.Body(body, settings.BodyCharsMax),
            Basis = basis,
            Refusal = recording.Wrong.Count > 0 ? recording.Wrong[0].Refusal : null,
            Wrong = recording.Wrong,
        };
    }

    /// <summary>What no vendor answer was made for: the connection ended first, or something else answered.</summary>
    public static JournalEntry WriteUnseen(
        RecordedRequest recording, bool isCutShort, DateTimeOffset at, TimeSpan duration) =>
        EntryOf(recording, at, duration) with
        {
            UserId = recording.Client.UserId,
            Status = isCutShort ? JournalEntry.NoAnswer : recording.Http.Response.StatusCode,
            IsCutShort = isCutShort,
        };

    public static string? UserOf(RecordedRequest recording, VendorExchange exchange) =>
        exchange.User?.UserId
        ?? recording.Client.UserId
        ?? (recording.Operation == CecOperation.ApplyToken && exchange.Body?.Peek("userId") is { Length: > 0 } userId
            ? recording.Masking.Text(userId)
            : null);

    private static JournalEntry EntryOf(RecordedRequest recording, DateTimeOffset at, TimeSpan duration)
    {
        var (request, masking) = (recording.Http.Request, recording.Masking);
        return new JournalEntry
        {
            Id = recording.Id,
            At = at,
            Duration = duration,
            Operation = recording.Operation,
            Method = request.Method,
            Origin = $"{request.Scheme}://{masking.Text(request.Host.Value ?? "")}",
            Path = masking.Text(request.Path.Value ?? ""),
            Query = masking.Text(request.QueryString.Value ?? ""),
            Protocol = request.Protocol,
            RequestHeaders = HeadersOf(request.Headers, masking),
            Faults = recording.Faults,
            HeldFor = recording.HeldFor,
        };
    }

    private static string? SuccessOf(RecordedRequest recording) =>
        recording.Operation is null or CecOperation.TokenByAkSk or CecOperation.QueryAgentInfo ? null : Success;

    private static JournalHeader[] HeadersOf(IHeaderDictionary headers, Masking masking)
    {
        var list = new JournalHeader[headers.Count];
        var count = 0;
        foreach (var (name, values) in headers)
        {
            list[count++] = new JournalHeader(masking.Text(name), masking.Header(name, values.ToString()));
        }

        return list;
    }

    // Whoever is refused before its body was read: what has arrived of it anyway. Nobody waits for more.
    private static ReadOnlySpan<byte> Unread(HttpRequest request)
    {
        if (request.ContentLength is not > 0 || !request.BodyReader.TryRead(out var read))
        {
            return [];
        }

        var bytes = System.Buffers.BuffersExtensions.ToArray(read.Buffer);
        request.BodyReader.AdvanceTo(read.Buffer.End);
        return bytes;
    }
}
