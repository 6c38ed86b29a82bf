using CecSim.Server.Snapshots;

namespace CecSim.Server.Tests.Control;

/// <summary>How large a moment may be, and when.</summary>
public sealed class SpaceSnapshotLimitTests
{
    [Fact]
    public async Task A_large_space_that_is_exported_can_be_imported()
    {
        await using var here = await TestCec.StartAsync(new CecSimArgs { Spaces = [new SpaceSettings()] });
        await using var there = await TestCec.StartAsync(new CecSimArgs { Spaces = [] });
        var client = await here.SignInAsync();
        await client.ChatAsync("CONNECT");
        var body = CecClient.SendBody.Replace("\"hi\"", $"\"{new string('客', 1_000)}\"", StringComparison.Ordinal);
        for (var i = 0; i < 800; i++)
        {
            Assert.Equal(200, (await client.PostAsync(CecClient.SendPath, body)).Status);
        }

        var moment = await ExportAsync(here);
        Assert.InRange(Encoding.UTF8.GetByteCount(moment), 2_200_000, SpaceSnapshot.BytesMax);

        Assert.Equal(201, (await new ControlApiClient(there.Http).PostAsync("import", moment)).Status);
    }

    [Theory]
    [InlineData("\"startedAt\":\"2026-01-05T09:00:00+00:00\"", "\"startedAt\":\"0001-01-01T00:00:00+00:00\"")]
    [InlineData("\"now\":\"2026-01-05T09:00:00+00:00\"", "\"now\":\"9999-12-31T23:59:59+00:00\"")]
    public async Task A_snapshot_whose_time_no_space_can_have_is_refused_with_the_limits(string of, string by)
    {
        await using var here = await TestCec.StartAsync(new CecSimArgs { Spaces = [new SpaceSettings()] });
        await using var there = await TestCec.StartAsync(new CecSimArgs { Spaces = [] });
        var moment = await ExportAsync(here);
        Assert.Contains(of, moment, StringComparison.Ordinal);

        var refused = await new ControlApiClient(there.Http).PostAsync(
            "import", moment.Replace(of, by, StringComparison.Ordinal));

        refused.MustBeProblem(422, "moment-broken");
        Assert.Contains("3000-01-01T00:00:00Z", (string)refused["detail"]!, StringComparison.Ordinal);
        Assert.Empty(there.Spaces.Hosted);
    }

    private static async Task<string> ExportAsync(TestCec cec) => (await cec.Http.GetStringAsync(
        $"/_cecsim/spaces/{cec.Space.Settings.Name}/export", TestCec.TestEnds))
        .Replace("\\u002B", "+", StringComparison.Ordinal);
}
