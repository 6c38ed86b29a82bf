using CecSim.Simulation.Findings;
using CecSim.Simulation.Journal;
using Microsoft.Net.Http.Headers;

namespace CecSim.Server.Recording;

/// <summary>Shows a request to the rules that look at single requests.</summary>
internal static class RequestFindings
{
    private const string Scheme = "Bearer ";

    public static IEnumerable<(FindingKind Kind, FindingCase Case)> Of(
        RecordedRequest recording, VendorExchange exchange) =>
        RequestRules.Judge(FactsOf(recording, exchange)) is { Count: > 0 } found
            ? found.Select(f => (f.Kind, new FindingCase(
                recording.At,
                recording.Id.ToString(),
                Masked(recording.Masking, DraftWriter.UserOf(recording, exchange)),
                Masked(recording.Masking, f.Detail))))
            : [];

    private static RequestFacts FactsOf(RecordedRequest recording, VendorExchange exchange)
    {
        var request = exchange.Http.Request;
        var query = request.QueryString.Value;
        var masked = query is { Length: > 1 } ? recording.Masking.Text(query) : null;
        return new RequestFacts(
            recording.Operation,
            exchange.Header(HeaderNames.Authorization) is { Length: > 0 } authorization
                && !authorization.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase),
            masked != query ? masked : null,
            request.ContentLength > 0,
            request.ContentType,
            exchange.Body?.FieldNames ?? []);
    }

    // Names come from the client: it may have put a token there.
    private static string? Masked(Masking masking, string? detail) => detail is null ? null : masking.Text(detail);
}
