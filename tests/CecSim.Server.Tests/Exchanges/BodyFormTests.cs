using System.IO.Compression;
using System.Net.Http.Headers;
using CecSim.Server.Exchanges;
using static CecSim.Server.Tests.CecClient;

namespace CecSim.Server.Tests.Exchanges;

/// <summary>Byte order marks before a body, and content codings around it, on both APIs.</summary>
public sealed class BodyFormTests
{
    private const string TokenBody = """{"app_key":"cecsim-demo-key","app_secret":"cecsim-demo-secret"}""";
    private const string ControlPath = "/_cecsim/spaces/demo/clock";
    private const string ControlBody = """{"advance":"1s"}""";

    public static TheoryData<string> PostPaths =>
        [.. VendorRoutes.All.Where(r => r.Method == "POST").Select(r => r.Path)];

    [Theory]
    [InlineData(TokenPath, TokenBody)]
    [InlineData(ControlPath, ControlBody)]
    [Shows("1/byte-order-mark")]
    public async Task A_mark_of_UTF_8_is_passed_over(string path, string body)
    {
        await using var cec = await TestCec.StartAsync();

        var answer = await PostAsync(cec, path, [0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes(body)]);

        Assert.Equal(200, answer.Status);
    }

    [Theory]
    [InlineData(TokenPath, TokenBody)]
    [InlineData(ControlPath, ControlBody)]
    [Shows("1/byte-order-mark")]
    public async Task Other_encodings_are_named(string path, string body)
    {
        await using var cec = await TestCec.StartAsync();
        Encoding[] encodings =
            [Encoding.Unicode, Encoding.BigEndianUnicode, Encoding.UTF32, new UTF32Encoding(true, true)];

        foreach (var encoding in encodings)
        {
            var answer = await PostAsync(cec, path, [.. encoding.GetPreamble(), .. encoding.GetBytes(body)]);

            Assert.Equal(400, answer.Status);
            Assert.Contains(
                encoding.GetPreamble().Length == 4 ? "UTF-32" : "UTF-16", answer.Body, StringComparison.Ordinal);
        }
    }

    [Theory, MemberData(nameof(PostPaths))]
    [Shows("1/415-content-encoding")]
    public async Task A_content_coding_is_refused_on_every_route_with_what_is_taken(string path)
    {
        await using var cec = await TestCec.StartAsync();
        var client = await cec.SignInAsync();

        foreach (var body in (byte[][])[Gzip(TokenBody), Encoding.UTF8.GetBytes(TokenBody)])
        {
            var answer = await PostAsync(cec, path, body, "gzip", client);

            Assert.Equal((415, "identity"), (answer.Status, answer.Header("Accept-Encoding")));
            Assert.Contains("Content-Encoding gzip is not taken", answer.Why, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("gzip")]
    [InlineData("br")]
    [InlineData("identity, deflate")]
    public async Task The_control_API_refuses_it_too(string coding)
    {
        await using var cec = await TestCec.StartAsync();

        var answer = await PostAsync(cec, ControlPath, Encoding.UTF8.GetBytes(ControlBody), coding);

        Assert.Equal((415, "identity"), (answer.Status, answer.Header("Accept-Encoding")));
        Assert.Contains("urn:cecsim:problem:content-coded", answer.Body, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(TokenPath, TokenBody, "identity")]
    [InlineData(ControlPath, ControlBody, "Identity")]
    public async Task No_coding_by_its_name_is_fine(string path, string body, string coding)
    {
        await using var cec = await TestCec.StartAsync();

        Assert.Equal(200, (await PostAsync(cec, path, Encoding.UTF8.GetBytes(body), coding)).Status);
    }

    private static async Task<Answer> PostAsync(
        TestCec cec, string path, byte[] body, string? coding = null, CecClient? client = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = new ByteArrayContent(body) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        if (coding is not null)
        {
            request.Content.Headers.TryAddWithoutValidation("Content-Encoding", coding);
        }

        if (client is not null)
        {
            request.Headers.TryAddWithoutValidation("x-app-key", client.AppKey);
            request.Headers.TryAddWithoutValidation("Authorization", client.Authorization);
            request.Headers.TryAddWithoutValidation("ccmessaging-token", client.MessagingToken);
        }

        using var response = await cec.Http.SendAsync(request, TestCec.TestEnds);
        return await Answer.ReadAsync(response);
    }

    private static byte[] Gzip(string text)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionMode.Compress))
        {
            gzip.Write(Encoding.UTF8.GetBytes(text));
        }

        return packed.ToArray();
    }
}
