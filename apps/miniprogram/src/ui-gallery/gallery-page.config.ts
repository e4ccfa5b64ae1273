export default definePageConfig({ navigationBarTitleText: '组件', navigationStyle: 'custom' })
