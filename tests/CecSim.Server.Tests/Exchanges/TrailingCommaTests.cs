using CecSim.Server.Tests.ConnectionBar;
using static CecSim.Server.Tests.CecClient;

namespace CecSim.Server.Tests.Exchanges;

/// <summary>A comma before a closing brace, as samples of the documents have it: named wherever JSON is read.</summary>
public sealed class TrailingCommaTests
{
    private static readonly string[] WithBody =
    [
        TokenPath, ApplyPath, SendPath, SendAsyncPath, QueueInfoPath, UploadPath, DownloadPath, LeaveMessagePath,
        CreatePath, DropPath,
    ];

    [Theory]
    [InlineData("""{"channel":"WEB",}""", "line 1, byte 17: no comma may stand before the closing }")]
    [InlineData("{\r\n \"é\":\"WEB\" ,\r\n\t}\n", "line 2, byte 13: no comma may stand before the closing }")]
    [InlineData("""{"a":[1,2, ],}""", "line 1, byte 10: no comma may stand before the closing ]")]
    [InlineData("{\"a\":{\"b\":\",}\",\n}}", "line 1, byte 15: no comma may stand before the closing }")]
    [InlineData("{,}", "line 1, byte 2")]
    [InlineData("""{"a":1,,}""", "line 1, byte 8")]
    [InlineData("""{"a":1,""", "line 1, byte 7")]
    [Shows("1/trailing-comma")]
    public async Task Every_interface_names_the_place_of_the_comma(string body, string place)
    {
        await using var cec = await TestCec.StartAsync();
        var client = await cec.SignInAsync();

        foreach (var path in WithBody)
        {
            var answer = await client.PostAsync(path, body);

            Assert.Equal(400, answer.Status);
            Assert.EndsWith(place, answer.Why!.TrimEnd('.'), StringComparison.Ordinal);
            Assert.EndsWith(place + ".", answer.Text("exceptionInfo"), StringComparison.Ordinal);
        }

        var bar = await new BarPage(cec.Http).LoadAsync(body);
        Assert.Equal((500, "the body is not JSON: " + place), (bar.Status, bar.Why));
    }
}
