using System.Reflection;

namespace CecSim.Simulation.Tests.Calls;

public sealed class CausesTests
{
    private static IReadOnlyList<Cause> All =>
    [
        .. from type in new[] { typeof(Cause), typeof(Causes) }
           from constant in type.GetFields(BindingFlags.Public | BindingFlags.Static)
           where constant.FieldType == typeof(Cause)
           select (Cause)constant.GetValue(null)!,
    ];

    [Fact]
    [Shows("5.3/causeids-only-scripted")]
    public void No_call_ends_of_itself_with_another_cause_than_these() =>
        Assert.Equal([-1, 0, 1, 3, 7, 8, 9, 11], All.Select(c => c.CauseId).Distinct().Order());

    [Fact]
    public void Each_cause_says_something_of_its_own()
    {
        Assert.Distinct(All.Select(c => c.CauseDesc));
        Assert.All(All, c => Assert.Matches(@"^[a-zA-Z][^:]+(: [a-z]['a-z ()]+)?$", c.CauseDesc));
    }
}
