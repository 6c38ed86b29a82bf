using System.Buffers;
using CecSim.Simulation.Breakpoints;
using CecSim.Simulation.Faults;
using CecSim.Simulation.Journal;
using Microsoft.AspNetCore.Http.Features;

namespace CecSim.Server.Exchanges;

/// <summary>Where a request, or the answer to it, stands until somebody lets it go.</summary>
internal static class RequestBreakpoint
{
    /// <summary>What can be looked at; a longer body is cut.</summary>
    private const int BodyBytesMax = 65_536;

    /// <returns>Whether somebody has answered or dropped it here.</returns>
    public static async Task<FaultOutcome> HoldRequestAsync(VendorExchange exchange)
    {
        var body = exchange.Body?.Raw ?? await PeekBodyAsync(exchange);
        var message = await MessageOfAsync(
            exchange, PauseStage.Request, exchange.Http.Request.Headers, body);
        if (message.Body is { IsCut: true } cut && exchange.Http.Request.ContentLength is { } length)
        {
            message = message with { Body = cut with { BytesCount = length } };
        }

        switch (await HoldAsync(exchange, message))
        {
            case BreakpointDecision.Answer answer:
                await exchange.AnswerEditedAsync(new AnswerDraft(
                    Encoding.UTF8.GetBytes(answer.Body ?? ""),
                    answer.ContentType ?? VendorExchange.JsonContentType,
                    Basis.Inferred,
                    answer.Status ?? StatusCodes.Status200OK));
                return FaultOutcome.Handled;
            case BreakpointDecision.Drop:
                exchange.Drop();
                return FaultOutcome.Handled;
            default:
                return FaultOutcome.Continue;
        }
    }

    /// <returns>The answer as it is to be sent; null when somebody has dropped it here.</returns>
    public static async Task<AnswerDraft?> HoldAnswerAsync(VendorExchange exchange, AnswerDraft answer)
    {
        var message = await MessageOfAsync(
            exchange, PauseStage.Answer, exchange.Http.Response.Headers, answer.Body);
        var decision = await HoldAsync(exchange, message with { Status = answer.Status });
        if (decision is BreakpointDecision.Drop)
        {
            exchange.Drop();
            return null;
        }

        if (decision is not BreakpointDecision.Answer edit)
        {
            return answer;
        }

        exchange.MarkEdited();
        return new AnswerDraft(
            edit.Body is { } text
                ? Encoding.UTF8.GetBytes(Masking.Restore(text, Encoding.UTF8.GetString(answer.Body)))
                : answer.Body,
            edit.ContentType ?? answer.ContentType,
            Basis.Inferred,
            edit.Status ?? answer.Status);
    }

    // How large a body may be is the handler's to say, so nothing is taken here of what it will read.
    private static async Task<ReadOnlyMemory<byte>> PeekBodyAsync(VendorExchange exchange)
    {
        if (exchange.Http.Features.Get<IHttpRequestBodyDetectionFeature>()?.CanHaveBody != true)
        {
            return default;
        }

        var reader = exchange.Http.Request.BodyReader;
        while (true)
        {
            var read = await reader.ReadAsync(exchange.Aborted);
            if (read.IsCompleted || read.Buffer.Length > BodyBytesMax)
            {
                var body = read.Buffer.Slice(0, Math.Min(read.Buffer.Length, BodyBytesMax + 1)).ToArray();
                reader.AdvanceTo(read.Buffer.Start);
                return body;
            }

            reader.AdvanceTo(read.Buffer.Start, read.Buffer.End);
        }
    }

    private static async Task<BreakpointDecision> HoldAsync(VendorExchange exchange, PausedMessage message)
    {
        var decided = exchange.Space.Faults.Held.HoldAsync(message, exchange.InFlight, exchange.Aborted);
        await exchange.Wait(decided);
        return await decided;
    }

    private static async Task<PausedMessage> MessageOfAsync(
        VendorExchange exchange, PauseStage stage, IHeaderDictionary headers, ReadOnlyMemory<byte> body)
    {
        var (request, masking) = (exchange.Http.Request, exchange.Space.Masking);
        return new PausedMessage(stage, exchange.Route.Operation.Id, await FaultStage.WhoAsync(exchange))
        {
            Method = request.Method,
            Target = masking.Text(request.Path + request.QueryString),
            Headers =
            [
                .. headers.Select(h => new JournalHeader(h.Key, masking.Header(h.Key, h.Value.ToString()))),
            ],
            Body = masking.Body(DraftBody.Of(body, BodyBytesMax), BodyBytesMax),
        };
    }
}

/// <summary>An answer before its first byte goes out.</summary>
internal sealed record AnswerDraft(byte[] Body, string ContentType, Basis Basis, int Status);
