namespace CecSim.LoadTests.Profiles;

/// <summary>From the start of the process to its first answer.</summary>
internal sealed class Start : ILoadProfile
{
    private const int Times = 7;

    public string Name => "start";

    public string Summary => "From the start of the process to its first answer, seven times.";

    public LoadDefaults Defaults { get; } = new(RatePerSecond: null, Held: null, For: null);

    public bool CanSpeakHttp2 => false;

    public bool CanMeasure(LoadServer server) => server.Process is not null;

    public async Task RunAsync(LoadSession session, CancellationToken ends)
    {
        var took = new List<TimeSpan>();
        var resident = new List<long>();
        for (var i = 0; i < Times; i++)
        {
            var begin = TimeProvider.System.GetTimestamp();
            var again = await Contestants.StartAsync(session.Server.Name, session.Settings, ends);
            await using var process = again.Process!;
            using var http = LoadHttp.Client(again.Address, isHttp2: false);
            using var response = await http.PostAsync("/apigovernance/api/oauth/tokenByAkSk", Body(), ends);
            took.Add(TimeProvider.System.GetElapsedTime(begin));
            resident.Add(process.ResidentBytes);
            session.Tally.Answered();
        }

        took.Sort();
        resident.Sort();
        session.Add("start to first answer", took[Times / 2].TotalMilliseconds, "ms");
        session.Add("resident memory after it", resident[Times / 2] / 1e6, "MB");
    }

    private static StringContent Body() => new(
        """{"app_key":"cecsim-demo-key","app_secret":"cecsim-demo-secret"}""",
        System.Text.Encoding.UTF8,
        "application/json");
}
