using static CecSim.Server.Tests.TestCec;

namespace CecSim.Server.Tests.Control;

/// <summary>The control API of a test's server, as a program without our records would speak to it.</summary>
internal sealed class ControlApiClient(HttpClient http)
{
    public Task<Reply> GetAsync(string path) => AskAsync(HttpMethod.Get, path);

    public Task<Reply> DeleteAsync(string path) => AskAsync(HttpMethod.Delete, path);

    public Task<Reply> PostAsync(string path, string? body = null) =>
        AskAsync(HttpMethod.Post, path, body is null ? null : CecClient.Json(body));

    public async Task<Reply> AskAsync(
        HttpMethod method, string path, HttpContent? content = null, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(method, $"/_cecsim/{path}") { Content = content };
        foreach (var (name, value) in headers)
        {
            Assert.True(request.Headers.TryAddWithoutValidation(name, value));
        }

        using var response = await http.SendAsync(request, TestEnds);
        var text = await response.Content.ReadAsStringAsync(TestEnds);
        var body = text.Length == 0 ? null : JsonNode.Parse(text);
        ControlDocumentCheck.MustBeAsDocumented(method.Method, path, (int)response.StatusCode, body);
        return new Reply((int)response.StatusCode, response.Content.Headers.ContentType?.MediaType, body);
    }
}
