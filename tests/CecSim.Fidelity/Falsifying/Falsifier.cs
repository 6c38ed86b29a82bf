using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace CecSim.Fidelity.Falsifying;

/// <summary>
/// Makes each claim false in turn and asks its tests. What C# can switch goes into one build; the rest is built one by
/// one. The tests run once with nothing falsified first: a test that is red anyway proves nothing.
/// </summary>
internal sealed class Falsifier(Repository repository, TextWriter output)
{
    private const string SwitchFile = "src/Falsified.cs";

    private const string SwitchCode =
        """
        namespace CecSim;

        internal static class Falsified
        {
            private static readonly string? Claim = System.Environment.GetEnvironmentVariable("CECSIM_FALSIFIED");

            public static bool Is(string claim) => Claim == claim;
        }
        """;

    private readonly WorkTree _tree = new(repository);
    private readonly ILookup<string, ShowingTest> _tests = ShowingTests.ByClaim(ShowingTests.Read(repository));

    /// <summary>The results as they come, so that a run that is cut has not been for nothing.</summary>
    public async IAsyncEnumerable<Falsified> RunAsync(
        IReadOnlyList<Claim> claims,
        [EnumeratorCancellation] CancellationToken cancellation)
    {
        await _tree.RestoreAsync(cancellation);
        var projects = new TestProjects(_tree.Root);
        var needed = claims.SelectMany(c => _tests[c.Id]).Select(t => t.Project).Distinct().Order().ToList();
        var switched = await BuildSwitchedAsync(claims, projects, needed, cancellation);
        await CheckThatAllIsGreenAsync(claims, projects, cancellation);

        foreach (var some in switched.Chunk(Environment.ProcessorCount))
        {
            foreach (var result in await Task.WhenAll(some.Select(c => AskAsync(c, c.Id, projects, cancellation))))
            {
                yield return result;
            }
        }

        await _tree.RestoreAsync(cancellation);
        foreach (var claim in claims.Except(switched).OrderBy(c => c.Falsification!.File))
        {
            if (await RebuildAndAskAsync(claim, projects, cancellation) is { } result)
            {
                yield return result;
            }
        }
    }

    private async Task<List<Claim>> BuildSwitchedAsync(
        IReadOnlyList<Claim> claims,
        TestProjects projects,
        List<string> needed,
        CancellationToken cancellation)
    {
        var switches = claims
            .Where(c => c.Falsification!.File.EndsWith(".cs", StringComparison.Ordinal))
            .Select(c => (
                Claim: c, Change: Switch.Of(_tree.Original(c.Falsification!.File), c.Id, c.Falsification)))
            .Where(s => s.Change is not null)
            .Select(s => (s.Claim, Change: s.Change!.Value))
            .ToList();
        while (true)
        {
            var written = Write(switches);
            var errors = await projects.BuildAsync(needed, cancellation);
            if (errors.Count == 0)
            {
                return [.. written.Select(w => w.Claim)];
            }

            var wrong = written.Where(w => errors.Any(e => w.Claim.Falsification!.File == e.File
                && w.FirstLine <= e.Line && e.Line <= w.LastLine)).Select(w => w.Claim).ToHashSet();
            if (wrong.Count == 0)
            {
                throw new InvalidOperationException(
                    $"The switched product does not build:\n{string.Join('\n', errors)}");
            }

            output.WriteLine($"no switch for {string.Join(", ", wrong.Select(c => c.Id))}: {errors[0].Text}");
            switches.RemoveAll(s => wrong.Contains(s.Claim));
            foreach (var file in wrong.Select(c => c.Falsification!.File).Distinct())
            {
                _tree.Write(file, _tree.Original(file));
            }
        }
    }

    // Switches of one file that overlap cannot both be written: the later one is built by itself.
    private List<(Claim Claim, int FirstLine, int LastLine)> Write(List<(Claim Claim, TextChange Change)> switches)
    {
        _tree.Write(SwitchFile, SwitchCode);
        _tree.Write("Directory.Build.targets",
            $"""
            <Project>
              <ItemGroup Condition="$(MSBuildProjectDirectory.Contains('/src/CecSim.'))">
                <Compile Include="$(MSBuildThisFileDirectory){SwitchFile}" />
              </ItemGroup>
            </Project>
            """);
        var written = new List<(Claim, int, int)>();
        foreach (var file in switches.GroupBy(s => s.Claim.Falsification!.File))
        {
            var kept = new List<(Claim Claim, TextChange Change)>();
            foreach (var one in file.OrderBy(s => s.Change.Span.Start))
            {
                if (kept.Count == 0 || kept[^1].Change.Span.End <= one.Change.Span.Start)
                {
                    kept.Add(one);
                }
            }

            var text = SourceText.From(_tree.Original(file.Key)).WithChanges(kept.Select(k => k.Change));
            _tree.Write(file.Key, text.ToString());
            var shift = 0;
            foreach (var (claim, change) in kept)
            {
                var start = change.Span.Start + shift;
                shift += change.NewText!.Length - change.Span.Length;
                written.Add((claim, LineAt(start), LineAt(start + change.NewText.Length)));
            }

            int LineAt(int position) => text.Lines.GetLineFromPosition(position).LineNumber + 1;
        }

        foreach (var file in switches.Select(s => s.Claim.Falsification!.File).Distinct())
        {
            if (!written.Any(w => w.Item1.Falsification!.File == file))
            {
                _tree.Write(file, _tree.Original(file));
            }
        }

        return written;
    }

    private async Task CheckThatAllIsGreenAsync(
        IReadOnlyList<Claim> claims,
        TestProjects projects,
        CancellationToken cancellation)
    {
        var all = claims.SelectMany(c => _tests[c.Id]).DistinctBy(t => t.FullName).ToList();
        var red = await projects.FailedAsync(null, all, TestProjects.AllClaimsLimit, cancellation);
        if (red.Count > 0)
        {
            throw new InvalidOperationException(
                $"Red though nothing is falsified: {string.Join(", ", red.Select(t => t.Name))}");
        }
    }

    /// <returns>Null for a change that does not build: it shows nothing, and has to be written anew.</returns>
    private async Task<Falsified?> RebuildAndAskAsync(
        Claim claim, TestProjects projects, CancellationToken cancellation)
    {
        var change = claim.Falsification!;
        _tree.Write(
            change.File,
            _tree.Original(change.File).Replace(change.From, change.To, StringComparison.Ordinal));
        try
        {
            var errors = await projects.BuildAsync(_tests[claim.Id].Select(t => t.Project).Distinct(), cancellation);
            if (errors.Count == 0)
            {
                return await AskAsync(claim, null, projects, cancellation);
            }

            output.WriteLine($"BROKEN {claim.Id}: {errors[0]}");
            return null;
        }
        finally
        {
            _tree.Write(change.File, _tree.Original(change.File));
        }
    }

    private async Task<Falsified> AskAsync(
        Claim claim,
        string? switchedClaim,
        TestProjects projects,
        CancellationToken cancellation)
    {
        var tests = _tests[claim.Id].ToList();
        var failed = await projects.FailedAsync(
            switchedClaim, tests, TestProjects.OneClaimLimit, cancellation);
        var green = tests.Except(failed).ToList();
        var colour = failed.Count > 0 ? "red  " : "GREEN";
        var noticed = green.Count > 0 ? $"  (not noticed by {string.Join(", ", green.Select(t => t.Name))})" : "";
        output.WriteLine($"{colour} {claim.Id}{noticed}");
        return new Falsified(
            claim.Id,
            claim.Falsification!.HashWith(tests.Select(t => t.FullName)),
            failed.Count,
            green.Count);
    }
}
