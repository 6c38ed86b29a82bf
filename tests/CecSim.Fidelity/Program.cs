using System.CommandLine;
using CecSim.Fidelity;

var section = new Option<string[]>("--section") { Description = "Only claims of this chapter, such as 5.3." };
var claim = new Option<string[]>("--claim") { Description = "Only these claims, by their ids." };
var all = new Option<bool>("--all") { Description = "Those too whose last result still holds." };
var falsify = new Command("falsify", "Makes each claim false in a copy of the product; its tests must turn red.")
{
    section, claim, all,
};
falsify.SetAction(async (arguments, cancellation) =>
{
    var repository = Repository.Own;
    var tests = ShowingTests.ByClaim(ShowingTests.Read(repository));
    var known = FalsifiedFile.Read(repository).ToDictionary();
    var sections = arguments.GetValue(section) ?? [];
    var claims = arguments.GetValue(claim) ?? [];
    var asked = (
        from chapter in ClaimFiles.Read(repository)
        where sections.Length == 0 || sections.Contains(chapter.Section)
        from candidate in chapter.Claims
        where claims.Length == 0 || claims.Contains(candidate.Id)
        let change = candidate.Falsification
        where change is not null && tests[candidate.Id].Any()
        let hash = change.HashWith(tests[candidate.Id].Select(t => t.FullName))
        where arguments.GetValue(all) || known.GetValueOrDefault(candidate.Id)?.Hash != hash
        select candidate).ToList();
    var started = TimeProvider.System.GetTimestamp();
    var alive = ClaimFiles.Read(repository).SelectMany(c => c.Claims).Select(c => c.Id).ToHashSet();
    var (red, green) = (0, 0);
    await foreach (var result in new Falsifier(repository, Console.Out).RunAsync(asked, cancellation))
    {
        known[result.Claim] = result;
        FalsifiedFile.Write(repository, known.Values.Where(r => alive.Contains(r.Claim)));
        (red, green) = result.Red > 0 ? (red + 1, green) : (red, green + 1);
    }

    var time = TimeProvider.System.GetElapsedTime(started);
    Console.WriteLine($"{red + green} falsified, {red} red, {green} green, {time:hh\\:mm\\:ss}");
    return red == asked.Count ? 0 : 1;
});

return await new RootCommand("What is claimed of the protocol, and whether its tests would notice.") { falsify }
    .Parse(args).InvokeAsync();
