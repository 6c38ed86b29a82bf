namespace CecSim.Simulation.Tests;

public sealed class VendorOperationTests
{
    [Fact]
    public void Every_operation_is_described_once_in_the_order_of_its_enumeration() => Assert.Equal(
        Enum.GetValues<CecOperation>().Where(o => o != CecOperation.Unknown), VendorOperations.All.Select(o => o.Id));

    [Fact]
    public void No_two_operations_share_a_word_or_a_path()
    {
        Assert.Distinct(VendorOperations.All.Select(o => o.Word));
        Assert.Distinct(VendorOperations.All.SelectMany(o => o.Paths));
    }

    [Fact]
    public void An_operation_that_nobody_named_is_none_and_not_the_first_of_them()
    {
        Assert.Equal(CecOperation.Unknown, default);
        Assert.Same(VendorOperations.Unknown, VendorOperations.Of(default));
        Assert.False(VendorOperations.Unknown.IsApi);
        Assert.Null(VendorOperations.Named("unknown"));
    }

    [Fact]
    public void The_word_of_an_operation_names_it() =>
        Assert.All(VendorOperations.All, o => Assert.Same(o, VendorOperations.Named(o.Word)));

    [Fact]
    public void What_an_example_sends_the_documents_name() => Assert.All(VendorOperations.All, o => Assert.Subset(
        o.Query.Concat(o.Body).Select(f => f.Name).ToHashSet(), o.Example.Select(v => v.Name).ToHashSet()));

    [Fact]
    public void What_an_example_leaves_out_may_be_left_out() => Assert.All(
        VendorOperations.All.Where(o => o.Example.Count > 0),
        o => Assert.Empty(
            o.Query.Concat(o.Body).Where(f => f.IsRequired).Select(f => f.Name).Except(o.Example.Select(v => v.Name))));
}
