using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace CecSim.Cli.Findings;

/// <summary>Asks a running server for its findings.</summary>
internal static class FindingsSource
{
    /// <returns>The reports, or why there are none, in words for the user.</returns>
    public static async Task<(IReadOnlyList<SpaceReport> Reports, string? Complaint)> FetchAsync(
        Uri url, string? space, string? controlKey, CancellationToken cancellationToken)
    {
        using var http = new HttpClient { BaseAddress = url };
        if (controlKey is not null)
        {
            http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", controlKey);
        }

        var path = space is null ? "/_cecsim/findings" : $"/_cecsim/spaces/{Uri.EscapeDataString(space)}/findings";
        try
        {
            using var response = await http.GetAsync(path, cancellationToken);
            var text = await response.Content.ReadAsStringAsync(cancellationToken);
            return response.IsSuccessStatusCode
                ? (ReportsOf(text, space), null)
                : ([], $"{url}: {DetailOf(text) ?? $"{(int)response.StatusCode} {response.ReasonPhrase}"}");
        }
        catch (Exception e) when (e is HttpRequestException or JsonException)
        {
            return ([], $"{url} does not answer as a CecSim does: {e.Message}");
        }
    }

    private static IReadOnlyList<SpaceReport> ReportsOf(string text, string? space) =>
        (space is null
            ? JsonSerializer.Deserialize(text, ReportJson.Wire.AllReports)?.Spaces
            : JsonSerializer.Deserialize(text, ReportJson.Wire.SpaceReport) is { } one ? [one] : null)
        ?? throw new JsonException("the answer is empty.");

    private static string? DetailOf(string text)
    {
        try
        {
            return (string?)JsonNode.Parse(text)?["detail"];
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
