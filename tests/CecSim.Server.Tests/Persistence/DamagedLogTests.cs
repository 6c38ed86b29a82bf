using System.Globalization;
using CecSim.Server.Tests.Control;

namespace CecSim.Server.Tests.Persistence;

/// <summary>Files of a folder that are not as they were written, and a folder that is taken.</summary>
public sealed class DamagedLogTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(20)]
    [InlineData(300)]
    public async Task A_last_command_that_was_written_by_half_is_left_out_and_what_came_before_is_not(int bytesLost)
    {
        using var folder = new KeptFolder();
        await using var cec = await folder.StartAsync(new SpaceSettings());
        var client = await cec.SignInAsync();
        await client.CheckAsync();
        using var left = folder.Kill();
        await using (var file = File.OpenWrite(left.LogOf("demo")))
        {
            file.SetLength(file.Length - bytesLost);
        }

        await using (var again = await left.StartAsync())
        {
            Assert.Equal(200, (await Same(again, client).CheckAsync()).Status);
        }

        Assert.All(
            (await File.ReadAllLinesAsync(left.LogOf("demo"), TestCec.TestEnds)).Select(l => JsonNode.Parse(l)),
            line => Assert.NotNull(line!["sum"]));
    }

    [Fact]
    public async Task A_space_whose_log_is_damaged_has_failed_and_says_where_and_no_other_with_it()
    {
        using var folder = new KeptFolder();
        await using var cec = await folder.StartAsync(new SpaceSettings());
        await new ControlApiClient(cec.Http).PostAsync("spaces", """{"name":"sound"}""");
        var client = await cec.SignInAsync();
        await client.CheckAsync();
        using var left = folder.Kill();
        var lines = await File.ReadAllLinesAsync(left.LogOf("demo"), TestCec.TestEnds);
        lines[1] = lines[1].Replace("600", "900", StringComparison.Ordinal);
        await File.WriteAllLinesAsync(left.LogOf("demo"), lines, TestCec.TestEnds);

        await using var again = await left.StartAsync(new SpaceSettings());

        var refused = await Same(again, client).CheckAsync();
        Assert.Equal(503, refused.Status);
        Assert.Contains("demo.jsonl, line 2: it is not as it was written", refused.Why!, StringComparison.Ordinal);
        await again.SignInAsync("u1", again.Spaces.Find("sound")!.Space);
        Assert.Equal(lines, await File.ReadAllLinesAsync(left.LogOf("demo"), TestCec.TestEnds));

        await new ControlApiClient(again.Http).PostAsync("spaces/demo/reset", """{"scope":"state"}""");

        Assert.Equal(200, (await (await again.SignInAsync()).CheckAsync()).Status);
        Assert.Equal(lines, await File.ReadAllLinesAsync(left.LogOf("demo") + ".damaged", TestCec.TestEnds));
        using var healed = left.Kill();
        await using var third = await healed.StartAsync(new SpaceSettings());
        Assert.Equal(2, third.Spaces.Find("demo")!.Space.AccessTokens.IssuedCount
            + third.Spaces.Find("demo")!.Space.MessagingTokens.IssuedCount);
    }

    [Fact]
    public async Task A_file_without_an_origin_is_kept_aside_when_its_space_is_made_anew()
    {
        using var folder = new KeptFolder();
        Directory.CreateDirectory(Path.GetDirectoryName(folder.LogOf("demo"))!);
        await File.WriteAllTextAsync(folder.LogOf("demo"), "{}\n", TestCec.TestEnds);

        await using var cec = await folder.StartAsync(new SpaceSettings());

        await cec.SignInAsync();
        Assert.Equal("{}\n", await File.ReadAllTextAsync(folder.LogOf("demo") + ".damaged", TestCec.TestEnds));
    }

    [Fact]
    public async Task A_folder_is_that_of_one_server()
    {
        using var folder = new KeptFolder();
        await using var cec = await folder.StartAsync(new SpaceSettings());

        var refused = await Assert.ThrowsAsync<IOException>(() => folder.StartAsync(new SpaceSettings()));

        Assert.Contains("is in use by another server", refused.Message, StringComparison.Ordinal);
        Assert.Equal(
            Environment.ProcessId.ToString(CultureInfo.InvariantCulture),
            await File.ReadAllTextAsync(Path.Combine(folder.Path, "owner"), TestCec.TestEnds));
    }

    private static CecClient Same(TestCec cec, CecClient client) => new(cec.Http, cec.Spaces.Find("demo")!.Settings)
    {
        Authorization = client.Authorization,
        MessagingToken = client.MessagingToken,
    };
}
