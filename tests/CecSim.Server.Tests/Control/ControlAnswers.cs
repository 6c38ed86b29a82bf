namespace CecSim.Server.Tests.Control;

/// <summary>The control API as raw JSON.</summary>
internal static class ControlAnswers
{
    public const string Space = "/_cecsim/spaces/demo";

    public static async Task<JsonNode> ReadAsync(this TestCec cec, string path) =>
        JsonNode.Parse(await cec.Http.GetStringAsync(path, TestCec.TestEnds))!;

    public static async Task<IReadOnlyList<JsonNode>> JournalAsync(this TestCec cec, string query = "") =>
        [.. (await cec.ReadAsync($"{Space}/journal{query}"))["entries"]!.AsArray()!];

    public static async Task<IReadOnlyList<JsonNode>> FindingsAsync(this TestCec cec) =>
        [.. (await cec.ReadAsync($"{Space}/findings"))["findings"]!.AsArray()!];

    public static async Task<string> FoundAsync(this TestCec cec) =>
        string.Join(' ', (await cec.FindingsAsync()).Select(f => $"{f["code"]}x{f["count"]}"));

    public static async Task<(int Status, JsonNode Body)> VerifyAsync(this TestCec cec, string claim)
    {
        using var response = await cec.Http.PostAsync(
            $"{Space}/journal/verify", CecClient.Json(claim), TestCec.TestEnds);
        return ((int)response.StatusCode, JsonNode.Parse(await response.Content.ReadAsStringAsync(TestCec.TestEnds))!);
    }
}
