using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace CecSim.LoadTests;

/// <summary>Many long polls for a long time. The server's memory must come back to where it was.</summary>
internal sealed class Soak(Uri target, int heldCount, TimeSpan length) : IDisposable
{
    /// <summary>What may stay of the memory, beside what there was: code that was compiled on the way.</summary>
    private const double GrowthMax = 1.05;

    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(15);

    private readonly HttpClient _control = new() { BaseAddress = target };
    private long _answersCount;
    private long _failuresCount;

    /// <returns>The exit code: 0 when all was answered and nothing stayed behind.</returns>
    public async Task<int> RunAsync(TextWriter output, CancellationToken ends)
    {
        await HoldAsync(heldCount, WarmUp, ends);
        var before = await AfterResetAsync(ends);
        _answersCount = _failuresCount = 0;

        var load = HoldAsync(heldCount, length, ends);
        await Task.Delay(length / 2, TimeProvider.System, ends);
        var during = await CostAsync(collect: false, ends);
        await load;
        var after = await AfterResetAsync(ends);

        var growth = (double)Managed(after) / Managed(before);
        output.WriteLine("                      before       during        after");
        output.WriteLine(Row("held polls", before, during, after, "heldPolls", 1));
        output.WriteLine(Row("managed, kB", before, during, after, "managedBytes", 1_000));
        output.WriteLine(Row("resident, kB", before, during, after, "residentBytes", 1_000));
        output.WriteLine(Row("threads", before, during, after, "threads", 1));
        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{_answersCount} polls answered, {_failuresCount} failed; memory {growth:0.000} of what it was"));
        return _failuresCount == 0 && growth <= GrowthMax ? 0 : 1;
    }

    public void Dispose() => _control.Dispose();

    private async Task HoldAsync(int count, TimeSpan time, CancellationToken ends)
    {
        using var handler = new SocketsHttpHandler { MaxConnectionsPerServer = int.MaxValue };
        using var http = new HttpClient(handler) { BaseAddress = target };
        var accessToken = await LoadCustomer.FetchAccessTokenAsync(http, ends);
        var begin = TimeProvider.System.GetTimestamp();
        await Task.WhenAll(Enumerable.Range(1, count).Select(async i =>
        {
            var customer = new LoadCustomer(http, accessToken, $"soak-{i}");
            await customer.SignInAsync(ends);
            while (TimeProvider.System.GetElapsedTime(begin) < time)
            {
                var isFine = await customer.PollAsync(ends);
                Interlocked.Increment(ref isFine ? ref _answersCount : ref _failuresCount);
            }
        }));
    }

    private async Task<JsonObject> AfterResetAsync(CancellationToken ends)
    {
        using var reset = await _control.PostAsJsonAsync(
            "/_cecsim/spaces/demo/reset", new JsonObject { ["scope"] = "all" }, ends);
        reset.EnsureSuccessStatusCode();

        // Connections that the clients closed are taken down a little later.
        await Task.Delay(TimeSpan.FromSeconds(2), TimeProvider.System, ends);
        return await CostAsync(collect: true, ends);
    }

    private async Task<JsonObject> CostAsync(bool collect, CancellationToken ends) =>
        (await _control.GetFromJsonAsync<JsonObject>(
            "/_cecsim/process?collect=" + (collect ? "true" : "false"), ends))!;

    private static long Managed(JsonObject cost) => (long)cost["managedBytes"]!;

    private static string Row(
        string name, JsonObject before, JsonObject during, JsonObject after, string field, long unit)
    {
        var cells = new[] { before, during, after }.Select(cost => $"{(long)cost[field]! / unit,13}");
        return $"{name,-15}{string.Concat(cells)}";
    }
}
